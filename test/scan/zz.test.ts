import { it } from 'vitest';
import { findIn } from './find-in.js';
it('x', async () => {
  console.log(await findIn({
'g.py':`
import requests
U = "https://api.test/api/py"
def go(purge):
    fn = requests.delete if purge else requests.get
    return fn(U)
F = {"GET": requests.get, "DELETE": requests.delete}
def ho(m): return F[m](U + "/2")
class C:
    def __init__(self): self.send = requests.put
    def go(self): return self.send(U + "/3")
`, 'h.go':`package main
import "net/http"
func run(purge bool) { req, _ := http.NewRequest("GET", "https://api.test/api/go", nil); if purge { req.Method = "DELETE" }; http.DefaultClient.Do(req) }
`, 'i.php':`<?php
$o = ['http' => ['header' => 'x']];
if ($purge) $o['http']['method'] = 'DELETE';
file_get_contents('https://api.test/api/ctx', false, stream_context_create($o));
`, 'j.rb':`require 'net/http'
def go(verb)
  uri = URI('https://api.test/api/rb')
  klass = case verb when :get then Net::HTTP::Get when :delete then Net::HTTP::Delete end
  Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |h| h.request(klass.new(uri)) }
end
def go2(purge)
  uri = URI('https://api.test/api/rb2')
  req = purge ? Net::HTTP::Delete.new(uri) : Net::HTTP::Get.new(uri)
  Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |h| h.request(req) }
end
`,'k.js':`import axios from 'axios';
export const callLog = (purge) => (purge ? axios.delete : axios.get)('https://api.test/api/inline');
export const d = ({ path = '/api/dd' } = {}) => fetch('https://api.test' + path);
d(); d({ path: '/api/de' });
`, 'l.py':`
import requests
def go(send, body=None):
    method = "POST" if body else "GET"
    return requests.request(method, "https://api.test/api/cond", json=body)
def ho(body=None):
    send = requests.post if body else requests.get
    return send("https://api.test/api/cond2", json=body)
`}));
});
