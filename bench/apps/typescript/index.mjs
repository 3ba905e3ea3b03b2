// A feature of a made-up app -> its files in TypeScript, and what all features share.
import { capital } from '../app.mjs';
import { client, handler, service } from './calls.mjs';
import { file } from './shared.mjs';

export { shared } from './shared.mjs';

export function feature(of) {
  const { name, title, fields, limit } = of;
  const at = (path, text) => file(`features/${name}/${path}`, text);
  return [
    at(
      'index.ts',
      `
export * from './client';
export { handle${title} } from './handler';
export { ${title}Repository } from './repository';
export { ${title}Service } from './service';
export type * from './types';
`,
    ),
    at(
      'types.ts',
      `
export interface ${title} {
  id: string;
${fields.map((field) => `  ${field}: string;`).join('\n')}
}

export interface ${title}Request extends Partial<${title}> {
  action: ${of.routes.map(({ title: action }) => `'${action}'`).join(' | ')} | 'save' | 'remove';
  limit?: number;
}
`,
    ),
    at('client.ts', client(of)),
    at('service.ts', service(of)),
    at(
      'repository.ts',
      `
import { from, logger } from '../../lib';
import type { ${title} } from './types';

export class ${title}Repository {
  private readonly table = from('${name}');

  find(id: string): ${title} | null {
    return (this.table.get(id) as ${title} | undefined) ?? null;
  }

  list(${fields[0]}?: string, limit = ${limit}): ${title}[] {
    return this.table.select((row) => !${fields[0]} || row.${fields[0]} === ${fields[0]}, limit) as ${title}[];
  }

  save(value: ${title}): ${title} {
    logger.info('saving ${name}', { id: value.id, ${fields[1]}: value.${fields[1]} });
    return this.table.post({ ...value }) as unknown as ${title};
  }

  remove(id: string): boolean {
    const done = this.table.delete(id);
    if (!done) logger.warn(\`no ${name} \${id} to remove\`);
    return done;
  }
}
`,
    ),
    at('handler.ts', handler(of)),
    at(
      'validation.ts',
      `
import type { ${title}Request } from './types';

const REQUIRED = ['action', '${fields[0]}'] as const;

export function validate${title}(input: Partial<${title}Request>): string | null {
  for (const field of REQUIRED) if (!input[field]) return \`\${field} is missing\`;
${fields.map((field) => `  if (input.${field} !== undefined && input.${field}.length > ${limit * 4}) return '${field} is longer than ${limit * 4} characters';`).join('\n')}
  if (input.limit !== undefined && (input.limit < 1 || input.limit > ${limit * 10})) return 'limit is out of range';
  return null;
}
`,
    ),
    at(
      'format.ts',
      `
import type { ${title} } from './types';

const LABELS: Record<string, string> = { ${fields.map((field) => `${field}: '${capital(field)}'`).join(', ')} };

export function summaryOf(value: ${title}): string {
  const parts = Object.entries(LABELS).map(([field, label]) => \`\${label}: \${value[field as keyof ${title}] || '-'}\`);
  return parts.join(', ');
}

export const linkOf = (value: ${title}): string => \`/${name}/\${value.id}?from=${fields[1]}\`;
`,
    ),
    at(
      `use-${name}.ts`,
      `
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import type { ${title} } from './types';

export function use${title}(${fields[0]}: string) {
  const [items, setItems] = useState<${title}[]>([]);
  const [loading, setLoading] = useState(false);
  useEffect(() => {
    setLoading(true);
    fetch(\`/api/${name}?${fields[0]}=\${encodeURIComponent(${fields[0]})}\`)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error('${name} failed to load'))))
      .then(setItems)
      .catch((error: Error) => toast.error(error.message))
      .finally(() => setLoading(false));
  }, [${fields[0]}]);
  const save = async (value: ${title}) => {
    const response = await fetch(\`/api/${name}/\${value.id}\`, { method: 'PUT', body: JSON.stringify(value) });
    if (!response.ok) toast.error(\`${name} \${value.id} was not saved: \${response.statusText}\`);
  };
  return { items, loading, save };
}
`,
    ),
    at(
      'view.tsx',
      `
import { linkOf, summaryOf } from './format';
import { use${title} } from './use-${name}';

export function ${title}View({ ${fields[0]} }: { ${fields[0]}: string }) {
  const { items, loading, save } = use${title}(${fields[0]});
  if (loading) return <p className="muted">Loading ${name}s ...</p>;
  if (items.length === 0) return <p>No ${name} yet. Create one to see it here.</p>;
  return (
    <ul className="list">
      {items.map((item) => (
        <li key={item.id}>
          <a href={linkOf(item)}>{summaryOf(item)}</a>
          <button type="button" onClick={() => save({ ...item, ${fields[1]}: 'done' })}>Done</button>
        </li>
      ))}
    </ul>
  );
}
`,
    ),
  ];
}

export const page = (n) =>
  file(
    `pages/page${n}.tsx`,
    `
export function Page${n}({ title = 'Page ${n}' }: { title?: string }) {
  return <main><h1>{title}</h1><a href="/page${n + 1}">Next</a></main>;
}
`,
  );
