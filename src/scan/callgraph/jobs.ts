// A method -> the calls that let a framework run it later: `perform_async` runs `perform`, `dispatch` makes the job.
import type { Scope } from '../symbols/scope.js';
import { bindArguments } from '../values/arguments.js';
import type { Evaluator } from '../values/evaluator.js';
import { frameOf } from '../values/frames.js';
import type { Value } from '../values/value.js';
import { behind } from './argument-lists.js';
import { JOBS } from './library-functions.js';
import type { Caller } from './uses-of-functions.js';

/** The calls that make a job of a method. */
export function jobsOf({ class: cls, function: syntax }: Scope, evaluator: Evaluator): Caller[] {
  if (!cls || !syntax) return [];
  const names = [...JOBS].filter(
    ([name, { runs }]) => syntax.name === runs && !cls.methods.has(name),
  );
  return names.flatMap(([name, { runs, from }]) =>
    (evaluator.program.sites.get(name) ?? []).flatMap((site): Caller[] => {
      const { expression, point } = site;
      if (expression.kind !== 'call' || expression.callee.kind !== 'member') return [];
      const frame = frameOf(point.scope);
      const { of } = expression.callee;
      // Job.set(wait: 5).perform_later(x)
      const before = of.kind === 'call' && of.callee.kind === 'member' ? [of.callee.of] : [];
      const receivers = [of, ...before].flatMap((one) =>
        evaluator.ask({ expression: one, frame, point }),
      );
      if (!receivers.some((value) => value.kind === 'class' && value.class === cls)) return [];
      const args = bindArguments(expression.args.slice(from), { expression, frame, point });
      const made = runs === 'constructor' ? args : null;
      const self: Value = { kind: 'instance', class: cls, args: made };
      return [
        {
          site,
          self,
          outer: null,
          frame: null,
          through: [],
          lists: behind(site, { from, list: false }),
        },
      ];
    }),
  );
}
