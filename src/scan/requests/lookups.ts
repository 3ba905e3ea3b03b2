// A call that is named like a request -> whether its receiver is a map, a cache, headers or an environment instead.
import type { Expression } from '../ir.js';
import type { Site } from '../symbols/scope.js';
import { isNameOrCall, pathText } from '../values/access-path.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import { accessPathOf } from '../values/value.js';

const FOREIGN =
  /^(os\.environ|process\.env|(weak)?map\(|set\(|headers\(|urlsearchparams\(|formdata\(|ioredis|redis|memcached?|node-cache|lru-cache|localstorage|sessionstorage|flask\.request|django\.http)|\b(hash|tree|concurrenthash|linkedhash|enum)?map\(\)$|\.(header|headers|cookies|query|form|args|params)$|\b(dictionary|hashtable|properties|optional)\(/i;
const WRITTEN =
  /^(headers?|cache|map|params|env|environ|cookies?|storage|registry|dict|config|settings|options|opts|query|args|form|redis|memo|state|store|json|props|properties|node|obj|object|row|rs|bundle|intent|prefs|preferences|doc|document|data|element|attributes)$|(Map|Cache|Headers?|Params|Cookies|Dict|Storage|Registry)$|^(Header|Cookies|Query)$/;

/** Whether a call looks something up in what holds values by name. */
export function isLookup({ expression, point }: Site, evaluator: Evaluator): boolean {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const { of } = expression.callee;
  const frame = frameOf(point.scope);
  const receivers = evaluator.ask({ expression: of, frame, point });
  const written = writtenAs(of);
  const untold = receivers.every((value) => {
    const path = accessPathOf(value);
    return value.kind === 'unknown' || (path !== null && isNameOrCall(path, written));
  });
  if (untold) return WRITTEN.test(written);
  return receivers.every((value) => {
    const path = accessPathOf(value);
    return (
      value.kind === 'object' || value.kind === 'list' || (path && FOREIGN.test(pathText(path)))
    );
  });
}

function writtenAs(expression: Expression): string {
  if (expression.kind === 'call') return writtenAs(expression.callee);
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
}
