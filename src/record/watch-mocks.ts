// The interceptors that msw and nock put in the place of `fetch` -> each request that they take, mocked or not.
import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { quietly } from './quietly.js';

/** As much of `@mswjs/interceptors` as is used. */
interface Interceptor {
  on(event: 'request', listener: (event: { request: Request }) => void): void;
  readonly subscriptions?: (() => void)[];
}

/** Where an interceptor that is at work says so, for all copies of its package. */
const AT_WORK = Symbol.for('fetch-interceptor');

/** Listens to every interceptor that goes to work, also in the contexts that test runners make. */
export function watchMocks(tell: (request: Request) => void): void {
  watchRealm(globalThis, tell);
  vm.createContext = new Proxy(vm.createContext, {
    apply(target, self, args: Parameters<typeof vm.createContext>) {
      const context = Reflect.apply(target, self, args);
      quietly(() => watchRealm(vm.runInContext('globalThis', context), tell));
      return context;
    },
  });
  syncBuiltinESMExports();
}

function watchRealm(realm: object, tell: (request: Request) => void): void {
  let current: Interceptor | undefined;
  Object.defineProperty(realm, AT_WORK, {
    configurable: true,
    enumerable: false,
    get: () => current,
    set(interceptor: Interceptor | undefined) {
      current = interceptor;
      quietly(() => {
        interceptor?.on('request', ({ request }) => quietly(() => tell(request)));
        // it takes its name away when it ends, and this with it: its successor is waited for
        interceptor?.subscriptions?.push(() => quietly(() => watchRealm(realm, tell)));
      });
    },
  });
}
