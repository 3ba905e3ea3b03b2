// A feature of a made-up app -> its files in Go, and what all features share.
import { capital } from './app.mjs';

const MODULE = 'example.com/app';
const file = (path, text) => [path, text.trimStart()];

export const shared = [
  file('go.mod', `module ${MODULE}\n\ngo 1.22\n`),
  file(
    'internal/api/client.go',
    `
package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Options struct {
	Timeout time.Duration
	Headers map[string]string
}

type Client struct {
	baseURL string
	token   string
	options Options
}

func New(baseURL, token string, options Options) *Client {
	return &Client{baseURL: baseURL, token: token, options: options}
}

func (c *Client) Get(ctx context.Context, path string) ([]byte, error) {
	return c.do(ctx, http.MethodGet, path, nil)
}

func (c *Client) Post(ctx context.Context, path string, body any) ([]byte, error) {
	return c.do(ctx, http.MethodPost, path, body)
}

func (c *Client) Put(ctx context.Context, path string, body any) ([]byte, error) {
	return c.do(ctx, http.MethodPut, path, body)
}

func (c *Client) Delete(ctx context.Context, path string) ([]byte, error) {
	return c.do(ctx, http.MethodDelete, path, nil)
}

func (c *Client) do(ctx context.Context, method, path string, body any) ([]byte, error) {
	var reader io.Reader
	if body != nil {
		encoded, err := json.Marshal(body)
		if err != nil {
			return nil, fmt.Errorf("encode body of %s %s: %w", method, path, err)
		}
		reader = bytes.NewReader(encoded)
	}
	return Send(ctx, method, c.baseURL+path, c.token, reader, c.options)
}
`,
  ),
  file(
    'internal/api/send.go',
    `
package api

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

func Send(ctx context.Context, method, url, token string, body io.Reader, options Options) ([]byte, error) {
	if options.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, options.Timeout)
		defer cancel()
	}
	req, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return nil, fmt.Errorf("request %s %s: %w", method, url, err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	for name, value := range options.Headers {
		req.Header.Set(name, value)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("send %s %s: %w", method, url, err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		return nil, fmt.Errorf("%s %s failed with %d: %s", method, url, resp.StatusCode, data)
	}
	return data, nil
}
`,
  ),
];

const sends = (method) => method === 'POST' || method === 'PUT';
const parametersOf = ({ takesId, method }) =>
  ['ctx context.Context', takesId && 'id string', sends(method) && 'body any']
    .filter(Boolean)
    .join(', ');
const textOf = ({ path, takesId }) =>
  takesId ? `fmt.Sprintf("${path.replace('{id}', '%s')}", id)` : `"${path}"`;
const importsOf = (lines) => `import (\n${lines.map((line) => `\t${line}`).join('\n')}\n)`;
const formatting = (routes) => (routes.some(({ takesId }) => takesId) ? ['"fmt"'] : []);

const wrapped = ({ name, api, routes, limit }) => `
package ${name}

${importsOf(['"context"', ...formatting(routes), '"time"', '', `"${MODULE}/internal/api"`])}

// Client is ${api.name} as this feature needs it.
type Client struct{ api *api.Client }

func NewClient(token string) *Client {
	return &Client{api: api.New("${api.server}", token, api.Options{Timeout: ${limit} * time.Second})}
}
${routes
  .map(
    (route) => `
func (c *Client) ${capital(route.title)}(${parametersOf(route)}) ([]byte, error) {
	return c.api.${capital(route.method.toLowerCase())}(ctx, ${textOf(route)}${sends(route.method) ? ', body' : ''})
}
`,
  )
  .join('')}`;

const direct = ({ name, api, routes, limit }) => `
package ${name}

${importsOf(['"bytes"', '"context"', '"encoding/json"', '"fmt"', '"time"', '', `"${MODULE}/internal/api"`])}

const server = "${api.server}"

// Client is ${api.name} as this feature needs it.
type Client struct{ token string }

func NewClient(token string) *Client { return &Client{token: token} }

func (c *Client) call(ctx context.Context, method, path string, body any) ([]byte, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("${api.name}: encode body: %w", err)
	}
	return api.Send(ctx, method, server+path, c.token, bytes.NewReader(encoded), api.Options{Timeout: ${limit} * time.Second})
}
${routes
  .map(
    (route) => `
func (c *Client) ${capital(route.title)}(${parametersOf(route)}) ([]byte, error) {
	return c.call(ctx, "${route.method}", ${textOf(route)}, ${sends(route.method) ? 'body' : 'nil'})
}
`,
  )
  .join('')}`;

export function feature(of) {
  const { name, title, fields, limit, routes, uses } = of;
  const at = (path, text) => file(`internal/${name}/${path}`, `package ${name}\n${text}`);
  const client = Math.floor(of.index / 2) % 2 === 0 ? wrapped : direct;
  const names = fields.map(capital);
  return [
    file(`internal/${name}/client.go`, client(of)),
    at(
      'types.go',
      `
type ${title} struct {
	ID string \`json:"id"\`
${fields.map((field) => `\t${capital(field)} string \`json:"${field}"\``).join('\n')}
}

type Request struct {
	${title}
	Action string \`json:"action"\`
	Limit  int    \`json:"limit"\`
}
`,
    ),
    at(
      'service.go',
      `
${importsOf(['"context"', '"fmt"', ...(uses ? ['', `"${MODULE}/internal/${uses}"`] : [])])}

type Service struct {
	client *Client
	store  *Store
	user   string
${uses ? `\tother  *${uses}.Service\n` : ''}}

func NewService(token, user string) *Service {
	return &Service{client: NewClient(token), store: NewStore(), user: user${uses ? `, other: ${uses}.NewService(token, user)` : ''}}
}
${routes
  .map((route) => {
    const given = ['ctx', route.takesId && 'value.ID', sends(route.method) && 'value'];
    return `
func (s *Service) ${capital(route.title)}(ctx context.Context, value ${title}) ([]byte, error) {
	data, err := s.client.${capital(route.title)}(${given.filter(Boolean).join(', ')})
	if err != nil {
		return nil, fmt.Errorf("%s may not ${route.title} for ${name} %s: %w", s.user, value.ID, err)
	}
	return data, nil
}
`;
  })
  .join('')}
func (s *Service) Save(value ${title}) { s.store.Put(value) }

func (s *Service) Remove(id string) bool { return s.store.Delete(id)${uses ? ' && s.other.Remove(id)' : ''} }
`,
    ),
    at(
      'store.go',
      `
import "sync"

type Store struct {
	mu   sync.Mutex
	rows map[string]${title}
}

func NewStore() *Store { return &Store{rows: map[string]${title}{}} }

func (s *Store) Get(id string) (${title}, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	row, ok := s.rows[id]
	return row, ok
}

func (s *Store) Put(row ${title}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows[row.ID] = row
}

func (s *Store) Delete(id string) bool {
	_, ok := s.Get(id)
	delete(s.rows, id)
	return ok
}
`,
    ),
    at('handler.go', handler(of)),
    at(
      'validation.go',
      `
import "fmt"

func validate(r Request) error {
	if r.Action == "" || r.${names[0]} == "" {
		return fmt.Errorf("action and ${fields[0]} are needed")
	}
${names.map((field) => `\tif len(r.${field}) > ${limit * 4} {\n\t\treturn fmt.Errorf("${field} is longer than %d characters", ${limit * 4})\n\t}`).join('\n')}
	return nil
}
`,
    ),
    at(
      'format.go',
      `
import "strings"

func Summary(value ${title}) string {
	return strings.Join([]string{${names.map((field) => `"${field}: " + value.${field}`).join(', ')}}, ", ")
}

func Link(value ${title}) string { return "/${name}/" + value.ID + "?from=${fields[1]}" }
`,
    ),
    at(
      'notify.go',
      `
import (
	"fmt"
	"net/http"
	"strings"
)

func Notify(hook string, values []${title}) error {
	for _, value := range values {
		resp, err := http.Post(hook, "text/plain", strings.NewReader(Summary(value)+" "+Link(value)))
		if err != nil {
			return fmt.Errorf("${name} %s was not told: %w", value.ID, err)
		}
		resp.Body.Close()
	}
	return nil
}
`,
    ),
    at(
      'queries.go',
      `
const (
	selectRows = "SELECT id, ${fields.join(', ')} FROM ${name} WHERE ${fields[0]} = $1 LIMIT ${limit}"
	deleteRow  = "DELETE FROM ${name} WHERE id = $1"
)
`,
    ),
    at(
      'sort.go',
      `
import "sort"

func Sorted(values []${title}) []${title} {
	sort.Slice(values, func(a, b int) bool { return values[a].${names[1]} < values[b].${names[1]} })
	return values
}
`,
    ),
  ];
}

const handler = ({ title, name, routes }) => `
import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	var body Request
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, fmt.Sprintf("${name} cannot be read: %v", err), http.StatusBadRequest)
		return
	}
	if err := validate(body); err != nil {
		http.Error(w, fmt.Sprintf("${name} cannot be handled: %v", err), http.StatusBadRequest)
		return
	}
	service := NewService(r.Header.Get("Authorization"), r.Header.Get("X-User"))
	value := ${title}(body.${title})
	var data []byte
	var err error
	switch body.Action {
	case "save":
		service.Save(value)
${routes.map(({ title: action }) => `\tcase "${action}":\n\t\tdata, err = service.${capital(action)}(r.Context(), value)`).join('\n')}
	default:
		err = fmt.Errorf("there is no action %s; try ${routes[0].title} or save", body.Action)
	}
	if err != nil {
		log.Printf("${name} failed: %v", err)
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.Write(data)
}
`;

export const page = (n) =>
  file(
    `internal/reports/report${n}.go`,
    `
package reports

func Title${n}(name string) string { return "Report ${n} of " + name }
`,
  );
