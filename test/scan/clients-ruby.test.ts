// HTTP clients of Ruby: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [
    `Net::HTTP.get(URI('${URL}'))\nNet::HTTP.get_response(URI.parse('${URL}'))\nNet::HTTP.post(URI('${URL}'), body)\nNet::HTTP.post_form(URI('${URL}'), {})`,
    'GET',
    'GET',
    'POST',
    'POST',
  ],
  [
    `uri = URI('${URL}')\nhttp = Net::HTTP.new(uri.host, uri.port)\nrequest = Net::HTTP::Put.new(uri)\nhttp.request(request)`,
    'PUT',
  ],
  [
    `uri = URI.parse("#{ENV['HOST']}${ME}")\nrequest = Net::HTTP::Delete.new(uri.request_uri)\nhttp.request(request)`,
    'DELETE',
  ],
  [`Net::HTTP.start('platform.ringcentral.com') { |http| http.get('${ME}') }`, 'GET'],
  [`require 'open-uri'\nURI.open('${URL}')\nURI.parse('${URL}').read`, 'GET', 'GET'],
  [`Faraday.get('${URL}')\nFaraday.post('${URL}', body)`, 'GET', 'POST'],
  [
    `conn = Faraday.new(url: '${BASE}/')\nconn.get('account/~/extension/~')\nconn.put('account/~/extension/~') { |req| req.body = body }`,
    'GET',
    'PUT',
  ],
  [
    `conn = Faraday.new('${HOST}')\nconn.post do |req|\n  req.url '${ME}'\n  req.body = body\nend`,
    'POST',
  ],
  [`conn = Faraday.new(url: 'https://api.example.com')\nconn.get('${ME}')`],
  // the paths below a resource are keys of it
  [
    `id = '~'\nsite = RestClient::Resource.new('${BASE}')\nsite['account/~/extension/~'].put({ a: 1 }.to_json)\nsite['account']["#{id}/extension/~"].get\nall = site['account/~']\nall['extension/~'].get`,
    'PUT',
    'GET',
    'GET',
  ],
  // a block for the request is no handler of a route, whatever the client is called
  [`api = Faraday.new('${HOST}')\napi.get('${ME}') { |req| req.params['a'] = 1 }`, 'GET'],
  // `load` reads files that have an ending
  [`def load(what)\n  Net::HTTP.get(URI(what))\nend\nload '${URL}'`, 'GET'],
  [`conn.run_request(:delete, '${URL}', nil, {})`, 'DELETE'],
  [
    `class Rc\n  include HTTParty\n  base_uri '${BASE}'\n  def me\n    self.class.get('/account/~/extension/~')\n  end\nend\nRc.new.me`,
    'GET',
  ],
  [`HTTParty.get('${URL}')\nHTTParty.post('${URL}', body: body)`, 'GET', 'POST'],
  [
    `RestClient.get '${URL}'\nRestClient.put('${URL}', body)\nRestClient::Request.execute(method: :delete, url: '${URL}')`,
    'GET',
    'PUT',
    'DELETE',
  ],
  [`HTTP.get('${URL}')\nHTTP.auth(token).post('${URL}', json: body)`, 'GET', 'POST'],
  [
    `Typhoeus.get('${URL}')\nTyphoeus::Request.new('${URL}', method: :put).run\nExcon.get('${URL}')`,
    'GET',
    'PUT',
    'GET',
  ],
  [
    `require 'ringcentral'\nrc = RingCentral.new('', '', '')\nrc.get('${ME}')\nrc.post('${ME}', payload: body)\nrc.put '/restapi/v1.0/account/~/extension/~'`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `require 'ringcentral_sdk'\nclient = RingCentralSdk::REST::Client.new\nclient.http.get 'account/~/extension/~'\nclient.http.post do |req|\n  req.url 'account/~/extension/~/sms'\nend`,
    'GET account/~/extension/~',
    'POST account/~/extension/~/sms',
  ],
  [
    `class Rc\n  BASE = '${BASE}'.freeze\n  def request(verb, path)\n    RestClient.send(verb, "#{BASE}#{path}")\n  end\n  def me\n    request(:get, '/account/~/extension/~')\n  end\nend`,
    'GET',
  ],
  [`cache.fetch('${ME}')\nparams.get('${ME}')\nputs '${URL}'`],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) =>
    call.includes(' ') ? call.replace(/ a/, ' /a') : `${call} ${ME}`,
  );
  const found = await callsIn('a.rb', `# ringcentral\n${source}`);
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});
