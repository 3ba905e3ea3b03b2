// A feature of a made-up app -> the files in Go that call APIs, but for the service: its client, its handler.
import { capital } from '../app.mjs';
import { MODULE } from './shared.mjs';

export const sends = (method) => method === 'POST' || method === 'PUT';
const parametersOf = ({ takesId, method }) =>
  ['ctx context.Context', takesId && 'id string', sends(method) && 'body any']
    .filter(Boolean)
    .join(', ');
const textOf = ({ path, takesId }) =>
  takesId ? `fmt.Sprintf("${path.replace('{id}', '%s')}", id)` : `"${path}"`;
export const importsOf = (lines) => `import (\n${lines.map((line) => `\t${line}`).join('\n')}\n)`;
const formatting = (routes) => (routes.some(({ takesId }) => takesId) ? ['"fmt"'] : []);

/** The client of an API, in one of the two ways that people write one. */
export const client = (of) => (Math.floor(of.index / 2) % 2 === 0 ? wrapped : direct)(of);

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

export const handler = ({ title, name, routes }) => `
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
