/** The text of rules/ringcentral.yaml, from the packages of the vendor and the sources beside this file. */
export function writePack(): string;
