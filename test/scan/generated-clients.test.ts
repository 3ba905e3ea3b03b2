// Clients that are generated from the routes: chains of methods, and one method per operation.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const JS = `import RingCentral from '@rc-ex/core'; const rc = new RingCentral();`;
const java = (body: string) => `import com.ringcentral.*;
class A { RestClient rc = new RestClient("", "", ""); void go(String id) { ${body} } }`;
const cs = (body: string) => `using RingCentral;
class A { RestClient rc = new RestClient("", "", ""); async Task Go(string id) { ${body} } }`;

const LIST = 'GET /restapi/v1.0/account/~/extension/~/call-log';

const cases: readonly [what: string, file: string, source: string, calls: string[]][] = [
  ['a chain', 'a.ts', `${JS}\nrc.restapi().account().extension().callLog().list();`, [`2 ${LIST}`]],
  [
    'a chain',
    'A.java',
    java('rc.restapi().account().extension().callLog().list();'),
    [`2 ${LIST}`],
  ],
  [
    'a chain',
    'a.cs',
    cs('await rc.Restapi().Account().Extension().CallLog().List();'),
    [`2 ${LIST}`],
  ],
  [
    'the spelling of older clients',
    'A.java',
    java('rc.restapi().account().extension().calllog().list();'),
    [`2 ${LIST}`],
  ],
  [
    'a chain in parts',
    'a.ts',
    `${JS}
     const ext = (id) => rc.restapi().account().extension(id);
     const log = ext('101').callLog();
     await log.list();
     await log.delete({ dateTo });`,
    ['4 GET', '5 DELETE'].map((call) => `${call} /restapi/v1.0/account/~/extension/101/call-log`),
  ],
  [
    'an id',
    'A.java',
    java('rc.restapi().account(id).recording("7").content().get();'),
    ['2 GET /restapi/v1.0/account/{}/recording/7/content'],
  ],
  [
    'another version',
    'a.cs',
    cs('await rc.Scim("v2").Users(id).Get();'),
    ['2 GET /scim/v2/Users/{}'],
  ],
  [
    'an operation that the vendor has removed',
    'A.java',
    java('rc.restapi().account().extension().meeting().post(body);'),
    ['2 POST /restapi/v1.0/account/~/extension/~/meeting'],
  ],
  [
    'a product of which only the permission is known',
    'a.cs',
    cs('await rc.Ai().Text().V1().Async().Summarize().Post(body);'),
    ['2 POST /ai/text/v1/async/summarize'],
  ],
  [
    'an operation that is newer than the matrix',
    'a.ts',
    `${JS}\nrc.restapi().account().starShip(id).get();`,
    ['2 GET /restapi/v1.0/account/~/star-ship/{}'],
  ],
  [
    'a chain of something else',
    'a.ts',
    `// @rc-ex/core\nconst q = db.account().extension().list(); knex().users().get();`,
    [],
  ],
  [
    'a method per operation',
    'a.ts',
    `import { CallLogApi } from 'ringcentral-client';\nnew CallLogApi(config).readUserCallLog('~', '~');`,
    ['2 GET /restapi/v1.0/account/{}/extension/{}/call-log'],
  ],
  [
    'a method per operation',
    'a.py',
    `from ringcentral_client import CallLogApi\nCallLogApi(config).read_user_call_log("~", "~")`,
    ['2 GET /restapi/v1.0/account/{}/extension/{}/call-log'],
  ],
  [
    'a method per operation',
    'a.go',
    `package a
import rc "github.com/grokify/go-ringcentral-client/office/v1/client"
func Go(config *rc.Configuration) {
	api := rc.NewAPIClient(config)
	api.CallLogApi.ReadUserCallLog(ctx, "~", "~").Execute()
}`,
    ['5 GET /restapi/v1.0/account/{}/extension/{}/call-log'],
  ],
  [
    'a helper of the gem',
    'a.rb',
    `require 'ringcentral_sdk'\nclient = RingCentralSdk::REST::Client.new\nclient.messages.sms.create(from: a, to: b, text: c)`,
    ['3 POST /restapi/v1.0/account/{}/extension/{}/sms'],
  ],
  [
    'a method of that name in the app itself',
    'a.ts',
    `// ringcentral\nclass Store { readUserCallLog() { return this.rows; } }\nnew Store().readUserCallLog();`,
    [],
  ],
];

it.each(cases)('reads %s (%s)', async (_, file, source, calls) => {
  expect(await callsIn(file, source)).toEqual(calls);
});
