// The parameters of the commands of PowerShell that send requests -> the names of what they say.
const WEB = /^(invoke-restmethod|invoke-webrequest|start-bitstransfer|curl|wget)$/;

/** Whether a command sends requests. */
export const isWeb = (own: string): boolean => WEB.test(own);

/** In the order in which a beginning is looked for. */
const PARAMETERS =
  'uri method body headers custommethod contenttype credential source form infile outfile destination'.split(
    ' ',
  );
const SAYS: Readonly<Record<string, string>> = { custommethod: 'method', source: 'uri' };

/** What a parameter says: `-Meth` and `-CustomMethod` the method. */
export function webParameter(parameter: string): string {
  const whole = PARAMETERS.find((one) => one.startsWith(parameter)) ?? parameter;
  return SAYS[whole] ?? whole;
}
