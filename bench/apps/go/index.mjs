// A feature of a made-up app -> its files in Go, and what all features share.
import { capital } from '../app.mjs';
import { client, handler, importsOf, sends } from './calls.mjs';
import { file, MODULE } from './shared.mjs';

export { shared } from './shared.mjs';

export function feature(of) {
  const { name, title, fields, limit, routes, uses } = of;
  const at = (path, text) => file(`internal/${name}/${path}`, `package ${name}\n${text}`);
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

export const page = (n) =>
  file(
    `internal/reports/report${n}.go`,
    `
package reports

func Title${n}(name string) string { return "Report ${n} of " + name }
`,
  );
