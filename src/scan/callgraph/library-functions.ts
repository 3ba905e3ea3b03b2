// The functions of libraries that are given functions, by name in all languages -> what they do with them.

import { words } from '../name-tables.js';
import { LOOPING } from '../symbols/library-methods.js';

/** Tests a name; case counts, for `set` is a method and `Set` makes one. */
const oneOf = (names: readonly string[]): ((name: string) => boolean) => {
  const table = new Set(names);
  return (name) => table.has(name);
};

/** Whether it calls what it is given for each item of a list. */
export const loops = oneOf([
  ...[...LOOPING].filter((name) => name !== 'reduce'),
  ...words(`
    imap imap_unordered each_slice each_entry parallelStream mapConcurrently mapSeries eachSeries eachLimit
    eachOf times walk array_walk_recursive find_each filter_map flat_map concurrent_map thread_map
    select SelectMany Map ForEachAsync mapToObj peek`),
]);

/**
 * Calls what it is given with the arguments behind it.
 * The number counts arguments between the two: `setTimeout(f, 100, x)`.
 */
export const RUNNERS: ReadonlyMap<string, number> = new Map([
  ...words(`
    submit to_thread run_sync run_in_executor enqueue enqueue_call start_new_thread call_soon call_soon_threadsafe
    apply_async run_in_threadpool setImmediate nextTick queueMicrotask call_user_func forward_static_call
    add_task add_callback spawn defer eval`).map((name) => [name, 0] as const),
  ...words('setTimeout setInterval enqueue_in call_later').map((name) => [name, 1] as const),
]);

/** Gives a function that calls what it is given with these arguments before its own. */
export const binds = oneOf(words('partial partialmethod'));

/** Gives a function that calls what it is given with the same arguments. */
export const wraps = oneOf(
  words(`
    memoize memoise memoizeOne memo once debounce throttle useCallback useMemoizedFn useEvent promisify callbackify
    util.promisify lru_cache cache cached wrap wraps async_to_sync sync_to_async catchAsync asyncHandler
    unary before after negate rearg flip ary freeze await resolve ref markRaw Some Just Optional fromCallable
    closure fromCallable Proc lambda proc to_proc useRef shallowRef staticmethod classmethod property FromResult
    completedFuture`),
);

/** Makes a list or a table of what it is given. */
export const collects = oneOf(
  words(
    'of asList List listOf mapOf setOf entry ofEntries list tuple dict Map Set Array assign freeze sorted reversed zip iter enumerate',
  ),
);

/** Of a list or a table: gives some of what is in it. */
export const gives = oneOf(
  words(`
    values entries items get pop shift find slice concat flat filter toList to_a stream iterator at first last
    fetch dig values_at TryGetValue getOrDefault GetValueOrDefault keys`),
);

/** Looks at a function and does not call it. */
export const looksAt = oneOf(
  words(`
    isinstance issubclass callable hasattr is_callable method_exists function_exists typeof type log debug info warn
    defineProperty
    error print println puts printf inspect expect assert isFunction getLogger super id repr str hash len nameof
    assertEquals assertEqual removeEventListener off removeListener clearTimeout unbind type_of dir vars help
    signature getsource declare unset alias toString arity owner getClass hashCode equals GetType GetHashCode`),
);

/**
 * Methods of a function that call it, and where their arguments begin:
 * `f.call(this, x)`, `f.apply(x)` of Java, `f.Invoke(x)`, `task.delay(x)` of Celery.
 */
export function invocation(name: string, language: string): { from: number; list: boolean } | null {
  if (/^(javascript|typescript)/.test(language) || language === 'tsx') {
    if (name === 'call') return { from: 1, list: false };
    return name === 'apply' ? { from: 1, list: true } : null;
  }
  return INVOKES.has(name) ? { from: 0, list: false } : null;
}
const INVOKES = new Set(
  words(`
    call apply accept run test get invoke Invoke BeginInvoke DynamicInvoke __invoke __call__ yield applyAsLong
    delay apply_async s si subs send submit remote spawn enqueue perform_later`),
);

/**
 * Methods of classes that make a job run later: which of its methods they run, and where its arguments begin.
 * `constructor`: the object is made with the arguments.
 */
export const JOBS: ReadonlyMap<string, Job> = new Map([
  ...jobs('perform_async perform_later perform_now perform_bulk perform_inline', 'perform', 0),
  ...jobs('perform_in perform_at', 'perform', 1),
  ...jobs('dispatch dispatchSync dispatchNow dispatchAfterResponse', 'constructor', 0),
  ...jobs('dispatchIf dispatchUnless', 'constructor', 1),
]);

interface Job {
  readonly runs: string;
  readonly from: number;
}

function jobs(names: string, runs: string, from: number): (readonly [string, Job])[] {
  return words(names).map((name) => [name, { runs, from }] as const);
}

/** Calls a method by its name, which is the first argument. */
export const sendsName = oneOf(words('send public_send __send__ try invokeMethod'));

/** Takes a function by its name in a text. */
export const takesName = oneOf(
  words(`
    getattr getMethod getDeclaredMethod GetMethod MethodByName usort uasort uksort method instance_method
    call_user_func_array register_shutdown_function spl_autoload_register set_error_handler preg_replace_callback
    define_method alias_method add_action add_filter ReflectionMethod ReflectionFunction xargs parallel invokeMethod`),
);

/** Decorators, annotations and attributes by which a framework calls a function. */
export const registers = oneOf(
  words(`
    route get post put patch delete task shared_task periodic_task job actor command on event listener listens_for
    handler subscribe subscriber cron schedule scheduled action callback errorhandler websocket receiver tool
    on_event message message_handler callback_query_handler hybrid_method signal flow step workflow activity
    KafkaListener RabbitListener JmsListener SqsListener EventListener Scheduled GetMapping PostMapping
    PutMapping DeleteMapping PatchMapping RequestMapping GET POST PUT DELETE PATCH HttpGet HttpPost HttpPut HttpDelete
    HttpPatch Function FunctionName Tool ShellMethod Query Mutation QueryMapping MutationMapping MessageMapping
    MessagePattern EventPattern Process Processor OnEvent OnQueueEvent Cron SubscribeMessage Command
    AsCommand AsMessageHandler AsEventListener Route Job ActivityMethod Incoming JobHandler`),
);
