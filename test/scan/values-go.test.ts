// Go sources -> the calls found in them: packages, URLs that net/url builds, structs.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

const head = 'package client\nimport ("fmt"; "net/http"; "net/url"; "path"; "strings")\n';

it.each([
  ['u, err := url.JoinPath("https://api.test", "/api/v1/", "a")\nhttp.Get(u)', ['GET /api/v1/a']],
  [
    'u, _ := url.Parse("https://api.test/api/v1")\nhttp.Get(u.JoinPath("b", id).String())',
    ['GET /api/v1/b/{}'],
  ],
  [
    'u, _ := url.Parse("https://api.test")\nu.Path = "/api/v1/c"\nhttp.Get(u.String())',
    ['GET /api/v1/c'],
  ],
  [
    'u, _ := url.Parse("https://api.test/api")\nu.Path = path.Join(u.Path, "v1", "d")\nhttp.Get(u.String())',
    ['GET /api/v1/d'],
  ],
  [
    'u := url.URL{Scheme: "https", Host: "api.test", Path: "/api/v1/e"}\nhttp.Get(u.String())',
    ['GET /api/v1/e'],
  ],
  [
    'base, _ := url.Parse("https://api.test")\nrel, _ := url.Parse("/api/v1/f")\nhttp.Get(base.ResolveReference(rel).String())',
    ['GET /api/v1/f'],
  ],
  [
    'var sb strings.Builder\nsb.WriteString("https://api.test/api")\nsb.WriteString("/v1/g")\nhttp.Get(sb.String())',
    ['GET /api/v1/g'],
  ],
  [
    'http.Get(strings.TrimSuffix("https://api.test/", "/") + fmt.Sprintf("/api/v1/h/%d", id))',
    ['GET /api/v1/h/{}'],
  ],
  [
    'base := "https://old.test"\nif x { base = "https://api.test" }\nhttp.Get(base + "/api/v1/i")',
    ['GET /api/v1/i', 'GET https://old.test/api/v1/i'].slice(0, 1),
  ],
])('%s', async (body, expected) => {
  const source = `${head}func run(id string, x bool) {\n${body}\n}`;
  const found = await findIn({ 'client/a.go': source });
  expect(found.map((line) => line.replace(/^\S+ /, ''))).toEqual(expected);
});

it('follows imports of its own module, types across files, embedded structs and constructors', async () => {
  const found = await findIn({
    'pkg/client/client.go': `package client
import "net/http"
type base struct { host string }
type Client struct { base; prefix string }
func New(host string) *Client { return &Client{base: base{host: host}, prefix: "/api/v1"} }`,
    'pkg/client/paths.go': `package client
const (
  usersPath = "/users"
  RolesPath = usersPath + "/roles"
)`,
    'pkg/client/users.go': `package client
import "net/http"
func (c *Client) Users() { http.Get("https://api.test" + c.prefix + usersPath) }
func (c *Client) Get(p string) { http.Get("https://api.test" + c.prefix + p) }`,
    'cmd/main.go': `package main
import "example.com/me/app/pkg/client"
func main() {
  c := client.New("x")
  c.Users()
  c.Get(client.RolesPath)
}`,
  });
  expect(found).toEqual([
    'cmd/main.go:6 GET /api/v1/users/roles',
    'pkg/client/users.go:3 GET /api/v1/users',
  ]);
});
