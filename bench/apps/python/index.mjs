// A feature of a made-up app -> its files in Python, and what all features share.
import { capital, snake } from '../app.mjs';
import { client, handlers, sends } from './calls.mjs';
import { file } from './shared.mjs';

export { shared } from './shared.mjs';

// Modules bear the name of their feature: a name that more than 40 files have leads the scan to none of them.

export function feature(of) {
  const { name, title, fields, limit, routes, uses } = of;
  const at = (path, text) => file(`features/${name}/${path}`, text);
  return [
    at(
      '__init__.py',
      `from .${name}_client import ${title}Client\nfrom .${name}_service import ${title}Service\n\n__all__ = ["${title}Client", "${title}Service"]\n`,
    ),
    at(
      `${name}_models.py`,
      `
from dataclasses import dataclass


@dataclass
class ${title}:
    id: str
${fields.map((field) => `    ${snake(field)}: str = ""`).join('\n')}
`,
    ),
    at(`${name}_client.py`, client(of)),
    at(
      `${name}_service.py`,
      `
import logging

${uses ? `from app.features.${uses} import ${capital(uses)}Service\n` : ''}from app.lib import ApiError

from .${name}_client import ${title}Client
from .${name}_repository import ${title}Repository

logger = logging.getLogger(__name__)


class ${title}Service:
    def __init__(self, token, user):
        self.user = user
        self.client = ${title}Client(token)
        self.repository = ${title}Repository()
${uses ? `        self.${uses} = ${capital(uses)}Service(token, user)\n` : ''}${routes
  .map((route) => {
    const given = [
      route.takesId && 'value.id',
      sends(route.method) && 'value.__dict__',
      'params=options',
    ];
    return `
    def ${snake(route.title)}(self, value, options=None):
        options = options or {"limit": ${limit}}
        try:
            return self.client.${snake(route.title)}(${given.filter(Boolean).join(', ')})
        except ApiError as error:
            if error.denied:
                raise PermissionError(f"{self.user} may not ${snake(route.title)} for ${name} {value.id}") from error
            raise
`;
  })
  .join('')}
    def save(self, value):
        logger.info("saving ${name} %s", value.id)
        return self.repository.save(value)

    def remove(self, value):
        return self.repository.remove(value.id)${uses ? ` and self.${uses}.remove(value)` : ''}
`,
    ),
    at(
      `${name}_repository.py`,
      `
class ${title}Repository:
    rows = {}

    def get(self, id):
        return self.rows.get(id)

    def list(self, ${fields[0]}=None, limit=${limit}):
        found = [row for row in self.rows.values() if ${fields[0]} in (None, row.${snake(fields[0])})]
        return found[:limit]

    def save(self, value):
        self.rows[value.id] = value
        return value

    def remove(self, id):
        return self.rows.pop(id, None) is not None
`,
    ),
    at(`${name}_handlers.py`, handlers(of)),
    at(
      `${name}_validation.py`,
      `
def validate(body):
    """What is wrong with a body, or nothing."""
    for field in ("action", "${fields[0]}"):
        if not body.get(field):
            return f"{field} is missing"
${fields.map((field) => `    if len(body.get("${field}") or "") > ${limit * 4}:\n        return "${field} is longer than ${limit * 4} characters"`).join('\n')}
    return None
`,
    ),
    at(
      `${name}_formatting.py`,
      `
LABELS = {${fields.map((field) => `"${snake(field)}": "${capital(field)}"`).join(', ')}}


def summary_of(value):
    return ", ".join(f"{label}: {getattr(value, field) or '-'}" for field, label in LABELS.items())


def link_of(value):
    return f"/${name}/{value.id}?from=${fields[1]}"
`,
    ),
    at(
      `${name}_tasks.py`,
      `
import httpx

from .${name}_formatting import link_of, summary_of


def notify(values, hook):
    for value in values:
        response = httpx.post(hook, json={"text": summary_of(value), "link": link_of(value)})
        if response.status_code != 200:
            raise RuntimeError(f"${name} {value.id} was not told: {response.text}")
`,
    ),
    at(
      `${name}_queries.py`,
      `
COLUMNS = "id, ${fields.map(snake).join(', ')}"
SELECT = f"SELECT {COLUMNS} FROM ${name} WHERE ${snake(fields[0])} = %s LIMIT ${limit}"
DELETE = "DELETE FROM ${name} WHERE id = %s"


def select(cursor, ${fields[0]}):
    cursor.execute(SELECT, (${fields[0]},))
    return cursor.fetchall()
`,
    ),
  ];
}

export const page = (n) =>
  file(
    `scripts/report${n}.py`,
    `
def report(rows, title="Report ${n}"):
    return "\\n".join([title, *(str(row) for row in rows)])
`,
  );
