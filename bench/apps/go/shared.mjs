// Nothing -> the files in Go that all features of a made-up app share.

export const MODULE = 'example.com/app';
/** The path and the text of a file. */
export const file = (path, text) => [path, text.trimStart()];

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
