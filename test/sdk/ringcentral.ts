// What @rc-ex/core, RingCentral.Net and ringcentral-java do, as rules of how clients are generated from routes.
import type { SdkRules } from '../../src/scan/api/chains/rules.js';

/** The rules of the vendor's generated clients. */
export const ringcentral: SdkRules = {
  versions: new Map([
    ['/restapi', 'v1.0'],
    ['/scim', 'v2'],
  ]),
  defaults: new Map([
    ['account', '~'],
    ['accounts', '~'],
    ['extension', '~'],
  ]),
  optional: new Map([['/restapi/v2/accounts/extensions', '~']]),
  collection: new Map([
    ['GET', 'list'],
    ['DELETE', 'deleteAll'],
  ]),
  names: new Map([['.search', 'dotSearch']]),
  languages: new Map([
    ['typescript', { words: 'camel', lowerToo: false, reserved: new Map() }],
    ['csharp', { words: 'pascal', lowerToo: false, reserved: new Map() }],
    [
      'java',
      {
        words: 'camel',
        lowerToo: true,
        reserved: new Map([
          ['default', 'default1'],
          ['public', 'public1'],
        ]),
      },
    ],
  ]),
};
