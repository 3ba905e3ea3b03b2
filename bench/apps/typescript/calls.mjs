// A feature of a made-up app -> the files in TypeScript that call APIs: its client, its service, its handler.
import { capital } from '../app.mjs';

const argumentsOf = ({ takesId, method }) =>
  [takesId && 'id: string', sends(method) && 'body: unknown', 'options: RequestOptions = {}']
    .filter(Boolean)
    .join(', ');
const textOf = ({ path, takesId }, server = '') =>
  takesId || server ? `\`${server}${path.replace('{id}', '$' + '{id}')}\`` : `'${path}'`;
const sends = (method) => method === 'POST' || method === 'PUT';

/** The client of an API, in one of the three ways that people write one. */
export function client(of) {
  const ways = [subclass, functions, sdk];
  const ours = of.api.name === 'RingCentral';
  return ours ? ways[(of.index / 2) % 3](of) : ways[((of.index - 1) / 2) % 2](of);
}

const subclass = ({ title, api, routes, limit }) => `
import { ApiClient, type RequestOptions } from '../../lib';

/** ${api.name} as this feature needs it. */
export class ${title}Client extends ApiClient {
  constructor(token: string) {
    super('${api.server}', token, { timeout: ${limit * 100} });
  }

${routes
  .map((route) => {
    const { title: name, method } = route;
    const given = sends(method) ? ', body, options' : ', options';
    return `  ${name}(${argumentsOf(route)}) {
    return this.${method.toLowerCase()}<Record<string, unknown>>(${textOf(route)}${given});
  }`;
  })
  .join('\n\n')}
}

export const create${title}Client = (token: string) => new ${title}Client(token);
`;

const functions = ({ title, api, routes, limit }) => `
import { fetchWithTimeout, logger, type RequestOptions } from '../../lib';

const SERVER = '${api.server}';

export function create${title}Client(token: string) {
  const headers = { Authorization: \`Bearer \${token}\`, Accept: 'application/json' };
  const read = async (response: Response, what: string) => {
    if (response.ok) return (await response.json()) as Record<string, unknown>;
    logger.error(\`${api.name} refused \${what}\`, { status: response.status });
    throw new Error(\`${api.name}: \${what} failed with \${response.status}\`);
  };
  return {
${routes
  .map((route) => {
    const { title: name, method } = route;
    const body = sends(method) ? ', body: JSON.stringify(body)' : '';
    return `    async ${name}(${argumentsOf(route)}) {
      const url = ${textOf(route, '$' + '{SERVER}')};
      const timeout = options.timeout ?? ${limit * 100};
      const response = await fetchWithTimeout(url, { method: '${method}', headers, timeout${body} });
      return read(response, '${name}');
    },`;
  })
  .join('\n')}
  };
}
`;

const sdk = ({ title, routes }) => `
import { SDK } from '@ringcentral/sdk';
import type { RequestOptions } from '../../lib';

const sdk = new SDK({
  server: SDK.server.production,
  clientId: process.env.CLIENT_ID,
  clientSecret: process.env.CLIENT_SECRET,
});

export function create${title}Client(token: string) {
  const platform = sdk.platform();
  const ready = platform.login({ jwt: token });
  return {
${routes
  .map((route) => {
    const { title: name, method } = route;
    const given = sends(method) ? 'body' : 'options.query';
    return `    async ${name}(${argumentsOf(route)}) {
      await ready;
      const response = await platform.${method.toLowerCase()}(${textOf(route)}, ${given});
      return (await response.json()) as Record<string, unknown>;
    },`;
  })
  .join('\n')}
  };
}
`;

export const service = ({ title, name, routes, uses, fields, limit }) => `
import { type Context, isDenied, logger, type RequestOptions } from '../../lib';
${uses ? `import { ${capital(uses)}Service } from '../${uses}';\n` : ''}import { create${title}Client } from './client';
import { ${title}Repository } from './repository';
import type { ${title} } from './types';

export class ${title}Service {
  private readonly client;
  private readonly repository = new ${title}Repository();
${uses ? `  private readonly ${uses}: ${capital(uses)}Service;\n` : ''}
  constructor(private readonly context: Context) {
    this.client = create${title}Client(context.token);
${uses ? `    this.${uses} = new ${capital(uses)}Service(context);\n` : ''}  }

${routes
  .map((route) => {
    const { title: action, method } = route;
    const given = [route.takesId && 'value.id', sends(method) && 'value', 'options'];
    return `  async ${action}(value: ${title}, options: RequestOptions = { query: { limit: ${limit} } }) {
    try {
      const result = await this.client.${action}(${given.filter(Boolean).join(', ')});
      if (!result) logger.warn('${action} of ${name} gave nothing', { id: value.id });
      return result;
    } catch (error) {
      if (isDenied(error)) throw new Error(\`\${this.context.user} may not ${action} for ${name} \${value.id}\`);
      throw error;
    }
  }`;
  })
  .join('\n\n')}

  save(value: ${title}) {
    const known = this.repository.find(value.id);
    return this.repository.save({ ...known, ...value, ${fields[1]}: value.${fields[1]} ?? '${limit}' });
  }

  remove(value: ${title}) {
    return this.repository.remove(value.id);
  }
${
  uses
    ? `
  async saveBoth(value: ${title}) {
    const saved = this.save(value);
    return { saved, other: this.${uses}.remove({ ...value }) };
  }
`
    : ''
}}
`;

export const handler = ({ title, name, routes, fields, uses }) => `
import { badRequest, type Context, failed, json, logger } from '../../lib';
import { ${title}Service } from './service';
import type { ${title}, ${title}Request } from './types';
import { validate${title} } from './validation';

export async function handle${title}(request: Request, context: Context): Promise<Response> {
  const body = (await request.json()) as ${title}Request;
  const problem = validate${title}(body);
  if (problem) return badRequest(\`${name} cannot be handled: \${problem}\`);
  const service = new ${title}Service(context);
  const value = { ...body, id: body.id ?? crypto.randomUUID() } as ${title};
  const options = body.limit ? { query: { limit: body.limit } } : undefined;
  try {
    switch (body.action) {
${routes
  .map(
    ({ title: action }) => `      case '${action}': {
        const result = await service.${action}(value, options);
        logger.info('${action} done', { ${fields[0]}: value.${fields[0]} });
        return json({ result, at: new Date().toISOString() });
      }`,
  )
  .join('\n')}
      case 'save':
        return json(${uses ? 'await service.saveBoth(value)' : 'service.save(value)'}, 201);
      case 'remove':
        return service.remove(value) ? json({ removed: value.id }) : failed(\`there is no ${name} \${value.id}\`, 404);
      default:
        return badRequest(\`there is no action \${body.action}; try ${routes[0].title} or save\`);
    }
  } catch (error) {
    logger.error('${name} failed', { message: (error as Error).message, company: context.company });
    return failed(\`${name} failed: \${(error as Error).message}\`);
  }
}
`;
