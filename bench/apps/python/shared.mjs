// Nothing -> the files in Python that all features of a made-up app share.

/** The path and the text of a file. */
export const file = (path, text) => [`app/${path}`, text.trimStart()];

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
