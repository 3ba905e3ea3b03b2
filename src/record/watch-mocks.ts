// The interceptors that msw and nock put in the place of `fetch` -> each request that they take, mocked or not.

/** As much of `@mswjs/interceptors` as is used. */
interface Interceptor {
  on(event: 'request', listener: (event: { request: Request }) => void): void;
  readonly subscriptions?: (() => void)[];
}

/** Where an interceptor that is at work says so, for all copies of its package. */
const AT_WORK = Symbol.for('fetch-interceptor');

/** Listens to every interceptor that goes to work. */
export function watchMocks(tell: (request: Request) => void): void {
  let current: Interceptor | undefined;
  // it takes its name away when it ends, and this with it: then its successor is waited for
  const wait = (): void => {
    Object.defineProperty(globalThis, AT_WORK, {
      ...{ configurable: true, enumerable: false },
      get: () => current,
      set(interceptor: Interceptor | undefined) {
        current = interceptor;
        try {
          interceptor?.on('request', ({ request }) => tellQuietly(request));
          interceptor?.subscriptions?.push(() => {
            current = undefined;
            wait();
          });
        } catch {
          // another version than those known
        }
      },
    });
  };
  const tellQuietly = (request: Request): void => {
    try {
      tell(request);
    } catch {
      // what cannot be read is not recorded
    }
  };
  wait();
}
