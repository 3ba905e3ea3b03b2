// Processes and threads that are started with an environment of their own -> the same with the recorder in it.
import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';
import { joinOptions } from './preload-option.js';

/** What an environment needs for a program in it to be recorded. */
export interface RecorderEnvironment {
  readonly NODE_OPTIONS: string;
  readonly [name: string]: string;
}

type Environment = Record<string, string | undefined>;

/** Adds the recorder to environments that lack it; one that is inherited has it already. */
export function followChildren(recorder: RecorderEnvironment, preload: string): void {
  const follow = (env: Environment): Environment => {
    const { NODE_OPTIONS: options } = env;
    if (options?.includes(preload)) return { ...env, ...recorder, NODE_OPTIONS: options };
    return { ...env, ...recorder, NODE_OPTIONS: joinOptions(preload, options) };
  };
  const followIn = (value: unknown): unknown => {
    const { env } = Object(value) as { env?: unknown };
    return isEnvironment(env) ? { ...(value as object), env: follow(env) } : value;
  };
  followSpawn(follow);
  const following = <T extends (...args: never[]) => unknown>(start: T): T =>
    new Proxy(start, {
      apply: (target, self, args: unknown[]) => Reflect.apply(target, self, args.map(followIn)),
    });
  childProcess.spawnSync = following(childProcess.spawnSync);
  childProcess.execFileSync = following(childProcess.execFileSync);
  childProcess.execSync = following(childProcess.execSync);
  workerThreads.Worker = new Proxy(workerThreads.Worker, {
    construct: (target, args: unknown[], asked) =>
      Reflect.construct(target, args.map(followIn), asked),
  });
  syncBuiltinESMExports();
}

const isEnvironment = (env: unknown): env is Environment =>
  typeof env === 'object' && env !== null && !Array.isArray(env);

/** What all asynchronous ways to start a process come down to. */
function followSpawn(follow: (env: Environment) => Environment): void {
  const { prototype } = ChildProcess as unknown as {
    prototype: { spawn(options: { envPairs?: string[] }): unknown };
  };
  const { spawn } = prototype;
  prototype.spawn = function followed(options) {
    const { envPairs } = options;
    if (!Array.isArray(envPairs)) return spawn.call(this, options);
    const env = Object.fromEntries(
      envPairs.map((pair) => {
        const end = pair.indexOf('=', 1);
        return [pair.slice(0, end), pair.slice(end + 1)];
      }),
    );
    const pairs = Object.entries(follow(env)).map(([name, value]) => `${name}=${value}`);
    return spawn.call(this, { ...options, envPairs: pairs });
  };
}
