// A feature of a made-up app -> its files in Python, and what all features share.
import { capital, snake } from './app.mjs';

const file = (path, text) => [`app/${path}`, text.trimStart()];

export const shared = [
  file('__init__.py', ''),
  file('lib/__init__.py', 'from .client import ApiClient, ApiError\nfrom .sending import send\n'),
  file(
    'lib/sending.py',
    `
import logging
import time

import httpx

logger = logging.getLogger(__name__)


def send(method, url, timeout=15.0, retries=0, **options):
    """Sends a request, and again where the server fails."""
    for attempt in range(retries + 1):
        try:
            response = httpx.request(method, url, timeout=timeout, **options)
        except httpx.TimeoutException as error:
            raise RuntimeError(f"no answer of {url} in {timeout} s") from error
        if response.status_code < 500 or attempt == retries:
            return response
        logger.warning("%s failed with %s, trying again", url, response.status_code)
        time.sleep(2**attempt)
    raise RuntimeError(f"{url} was not asked")
`,
  ),
  file(
    'lib/client.py',
    `
from .sending import send


class ApiError(Exception):
    def __init__(self, status, message):
        super().__init__(f"{message} ({status})")
        self.status = status

    @property
    def denied(self):
        return self.status in (401, 403)


class ApiClient:
    def __init__(self, base_url, token, timeout=15.0):
        self.base_url = base_url
        self.token = token
        self.timeout = timeout

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def post(self, path, body=None, **options):
        return self.request("POST", path, json=body, **options)

    def put(self, path, body=None, **options):
        return self.request("PUT", path, json=body, **options)

    def delete(self, path, **options):
        return self.request("DELETE", path, **options)

    def request(self, method, path, **options):
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        response = send(method, f"{self.base_url}{path}", timeout=self.timeout, headers=headers, **options)
        if response.status_code >= 400:
            raise ApiError(response.status_code, f"{method} {path} failed")
        return response.json() if response.content else None
`,
  ),
];

const sends = (method) => method === 'POST' || method === 'PUT';
const textOf = ({ path, takesId }, server = '') =>
  `${takesId || server ? 'f' : ''}"${server}${path}"`;
const parametersOf = ({ takesId, method }) =>
  ['self', takesId && 'id', sends(method) && 'body', '**options'].filter(Boolean).join(', ');

const subclass = ({ title, api, routes, limit }) => `
"""${api.name} as this feature needs it."""
from app.lib import ApiClient


class ${title}Client(ApiClient):
    def __init__(self, token):
        super().__init__("${api.server}", token, timeout=${limit})
${routes
  .map(
    (route) => `
    def ${snake(route.title)}(${parametersOf(route)}):
        return self.${route.method.toLowerCase()}(${textOf(route)}${sends(route.method) ? ', body' : ''}, **options)
`,
  )
  .join('')}`;

const functions = ({ title, api, routes, limit }) => `
"""${api.name} as this feature needs it."""
import logging

from app.lib import send

logger = logging.getLogger(__name__)
SERVER = "${api.server}"


class ${title}Client:
    def __init__(self, token):
        self.headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}

    def read(self, response, what):
        if response.status_code >= 400:
            logger.error("${api.name} refused %s: %s", what, response.status_code)
            raise RuntimeError(f"${api.name}: {what} failed with {response.status_code}")
        return response.json()
${routes
  .map(
    (route) => `
    def ${snake(route.title)}(${parametersOf(route)}):
        url = ${textOf(route, '{SERVER}')}
        response = send("${route.method}", url, timeout=${limit}, headers=self.headers${sends(route.method) ? ', json=body' : ''})
        return self.read(response, "${route.title}")
`,
  )
  .join('')}`;

export function feature(of) {
  const { name, title, fields, limit, routes, uses } = of;
  const at = (path, text) => file(`features/${name}/${path}`, text);
  const client = Math.floor(of.index / 2) % 2 === 0 ? subclass : functions;
  return [
    at(
      '__init__.py',
      `from .client import ${title}Client\nfrom .service import ${title}Service\n\n__all__ = ["${title}Client", "${title}Service"]\n`,
    ),
    at(
      'models.py',
      `
from dataclasses import dataclass


@dataclass
class ${title}:
    id: str
${fields.map((field) => `    ${snake(field)}: str = ""`).join('\n')}
`,
    ),
    at('client.py', client(of)),
    at(
      'service.py',
      `
import logging

${uses ? `from app.features.${uses} import ${capital(uses)}Service\n` : ''}from app.lib import ApiError

from .client import ${title}Client
from .repository import ${title}Repository

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
      'repository.py',
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
    at('handlers.py', handlers(of)),
    at(
      'validation.py',
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
      'formatting.py',
      `
LABELS = {${fields.map((field) => `"${snake(field)}": "${capital(field)}"`).join(', ')}}


def summary_of(value):
    return ", ".join(f"{label}: {getattr(value, field) or '-'}" for field, label in LABELS.items())


def link_of(value):
    return f"/${name}/{value.id}?from=${fields[1]}"
`,
    ),
    at(
      'tasks.py',
      `
import httpx

from .formatting import link_of, summary_of


def notify(values, hook):
    for value in values:
        response = httpx.post(hook, json={"text": summary_of(value), "link": link_of(value)})
        if response.status_code != 200:
            raise RuntimeError(f"${name} {value.id} was not told: {response.text}")
`,
    ),
    at(
      'queries.py',
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

const handlers = ({ title, name, routes, fields }) => `
import logging
from uuid import uuid4

from fastapi import APIRouter, HTTPException

from .models import ${title}
from .service import ${title}Service
from .validation import validate

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/${name}")


@router.post("/actions")
def handle(body: dict, token: str, user: str):
    problem = validate(body)
    if problem:
        raise HTTPException(400, f"${name} cannot be handled: {problem}")
    service = ${title}Service(token, user)
    value = ${title}(id=body.get("id") or str(uuid4()), ${snake(fields[0])}=body["${fields[0]}"])
    options = {"limit": body["limit"]} if body.get("limit") else None
    action = body["action"]
    if action == "save":
        return service.save(value)
${routes.map(({ title: called }) => `    elif action == "${called}":\n        result = service.${snake(called)}(value, options)`).join('\n')}
    else:
        raise HTTPException(400, f"there is no action {action}; try ${routes[0].title} or save")
    logger.info("%s of ${name} done for %s", action, user)
    return {"result": result, "action": action}
`;

export const page = (n) =>
  file(
    `scripts/report${n}.py`,
    `
def report(rows, title="Report ${n}"):
    return "\\n".join([title, *(str(row) for row in rows)])
`,
  );
