// Nothing -> the files in TypeScript that all features of a made-up app share.

/** The path and the text of a file. */
export const file = (path, text) => [`src/${path}`, text.trimStart()];

export const shared = [
  file(
    'lib/fetch-with-timeout.ts',
    `
import { logger } from './logger';

export interface TimedOptions extends RequestInit {
  timeout?: number;
  retries?: number;
}

export async function fetchWithTimeout(url: string, options: TimedOptions = {}): Promise<Response> {
  const { timeout = 15000, retries = 0, ...init } = options;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    if (response.status >= 500 && retries > 0) {
      logger.warn(\`retrying \${url} after \${response.status}\`);
      return fetchWithTimeout(url, { ...options, retries: retries - 1 });
    }
    return response;
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw new Error(\`no answer of \${url} in \${timeout} ms\`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
`,
  ),
  file(
    'lib/api-client.ts',
    `
import { ApiError } from './api-error';
import { fetchWithTimeout, type TimedOptions } from './fetch-with-timeout';

export interface RequestOptions {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  timeout?: number;
}

export class ApiClient {
  constructor(
    protected readonly baseUrl: string,
    private readonly token: string,
    private readonly defaults: RequestOptions = {},
  ) {}

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('GET', path, options);
  }

  post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('POST', path, { ...options, body });
  }

  put<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('PUT', path, { ...options, body });
  }

  delete<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request<T>('DELETE', path, options);
  }

  protected async request<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const { query, body, headers, timeout } = { ...this.defaults, ...options };
    const search = query ? \`?\${new URLSearchParams(query as Record<string, string>)}\` : '';
    const init: TimedOptions = {
      method,
      timeout,
      headers: { Authorization: \`Bearer \${this.token}\`, 'Content-Type': 'application/json', ...headers },
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetchWithTimeout(\`\${this.baseUrl}\${path}\${search}\`, init);
    if (!response.ok) throw new ApiError(response.status, \`\${method} \${path} failed\`);
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  }
}
`,
  ),
  file(
    'lib/api-error.ts',
    `
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(\`\${message} (\${status})\`);
  }
}

export const isDenied = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 401 || error.status === 403);
`,
  ),
  file(
    'lib/logger.ts',
    `
type Fields = Record<string, unknown>;
const write = (level: string, message: string, fields: Fields = {}) =>
  console.log(JSON.stringify({ level, message, ...fields }));

export const logger = {
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
};
`,
  ),
  file(
    'lib/database.ts',
    `
export interface Row { id: string; [field: string]: unknown }

export class Table {
  constructor(private readonly rows: Map<string, Row> = new Map()) {}
  get(id: string): Row | undefined { return this.rows.get(id); }
  post(row: Row): Row { this.rows.set(row.id, row); return row; }
  delete(id: string): boolean { return this.rows.delete(id); }
  select(filter: (row: Row) => boolean, limit = 100): Row[] {
    return [...this.rows.values()].filter(filter).slice(0, limit);
  }
}

const tables = new Map<string, Table>();
export const from = (name: string): Table => {
  const table = tables.get(name) ?? new Table();
  tables.set(name, table);
  return table;
};
`,
  ),
  file(
    'lib/http.ts',
    `
export interface Context { token: string; user: string; company: string }

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
export const badRequest = (message: string): Response => json({ error: message }, 400);
export const failed = (message: string, status = 502): Response => json({ error: message }, status);
`,
  ),
  file(
    'lib/index.ts',
    `
export * from './api-client';
export * from './api-error';
export * from './database';
export { fetchWithTimeout } from './fetch-with-timeout';
export * from './http';
export { logger } from './logger';
`,
  ),
];
