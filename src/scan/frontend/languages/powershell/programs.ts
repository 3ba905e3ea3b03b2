// A command -> whether it runs a program that sends requests, and is none of PowerShell itself.
import type { Node } from '../../node.js';
import { elementsOf } from './command-words.js';

const PROGRAMS = /^(curl|wget|http|https|xh|xhs)\.exe$|^(https?|xhs?)$/;
/** What Windows PowerShell takes for a command of its own. */
const SHARED = /^(curl|wget)$/;
/** Options of `curl` and `wget` that no command of PowerShell has. */
const OPTIONS = /^(-[XHdsSLkoiufGvTFqO]|-[sSLkif]{2,}|--[a-z].*)$/;

/** Whether a command is a program. */
export const isProgram = (own: string, node: Node): boolean =>
  PROGRAMS.test(own) ||
  (SHARED.test(own) &&
    elementsOf(node).some(
      ({ type, text }) =>
        /^(command_parameter|generic_token)$/.test(type) && OPTIONS.test(text.trim()),
    ));
