// A reporter for the suite: after everything else, one plain line that says how many tests passed and failed.
import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed` last. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((s) => s === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : '';
    process.on('exit', () => {
      process.stdout.write(
        `\n${count('passed')} passed, ${count('failed') + broken} failed${skipped}\n`,
      );
    });
  }
}
