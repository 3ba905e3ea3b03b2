// A feature of a made-up app -> the files in Python that call APIs, but for the service: its client, its handler.
import { snake } from '../app.mjs';

export const sends = (method) => method === 'POST' || method === 'PUT';
const textOf = ({ path, takesId }, server = '') =>
  `${takesId || server ? 'f' : ''}"${server}${path}"`;
const parametersOf = ({ takesId, method }) =>
  ['self', takesId && 'id', sends(method) && 'body', '**options'].filter(Boolean).join(', ');

/** The client of an API, in one of the two ways that people write one. */
export const client = (of) => (Math.floor(of.index / 2) % 2 === 0 ? subclass : functions)(of);

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

export const handlers = ({ title, name, routes, fields }) => `
import logging
from uuid import uuid4

from fastapi import APIRouter, HTTPException

from .${name}_models import ${title}
from .${name}_service import ${title}Service
from .${name}_validation import validate

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
