// The HTTP clients of PowerShell: its own commands, and those of .NET.
import { cSharp } from './c-sharp.js';
import type { Client } from './client.js';

/** One entry each. */
export const powershell: readonly Client[] = [
  {
    title: 'Invoke-RestMethod, Invoke-WebRequest, Start-BitsTransfer',
    names: /^(invoke-restmethod|invoke-webrequest|start-bitstransfer|curl|wget)$/,
    sends: {
      'invoke-restmethod': 'GET',
      'invoke-webrequest': 'GET',
      'start-bitstransfer': 'GET',
      curl: 'GET',
      wget: 'GET',
    },
    // with `GET` a body is a query
    keepsMethod: true,
    wrapped: true,
  },
  ...cSharp,
];
