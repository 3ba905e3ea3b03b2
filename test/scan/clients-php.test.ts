// HTTP clients of PHP: how each is called, and the request that it sends.
import { expect, it } from 'vitest';
import { callsIn } from './scan-files.js';

const HOST = 'https://platform.ringcentral.com';
const BASE = `${HOST}/restapi/v1.0`;
const ME = '/restapi/v1.0/account/~/extension/~';
const URL = `${HOST}${ME}`;

const cases: readonly [source: string, ...calls: string[]][] = [
  [`$ch = curl_init('${URL}'); curl_exec($ch);`, 'GET'],
  [
    `$ch = curl_init(); curl_setopt($ch, CURLOPT_URL, '${URL}'); curl_setopt($ch, CURLOPT_POST, true); curl_exec($ch);`,
    'POST',
  ],
  [
    `$ch = curl_init(); curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'PUT'); curl_setopt($ch, CURLOPT_URL, '${BASE}' . '/account/~/extension/~'); curl_exec($ch);`,
    'PUT',
  ],
  [
    `$ch = curl_init(); curl_setopt_array($ch, [CURLOPT_URL => '${URL}', CURLOPT_CUSTOMREQUEST => 'DELETE', CURLOPT_RETURNTRANSFER => true]); curl_exec($ch);`,
    'DELETE',
  ],
  [
    `$ch = curl_init('${URL}'); curl_setopt($ch, CURLOPT_POSTFIELDS, $body); curl_exec($ch);`,
    'POST',
  ],
  [`$ch = curl_init('https://api.example.com${ME}'); curl_exec($ch);`],
  [
    `function call($method, $path, $body = null) { $ch = curl_init('${BASE}' . $path); curl_setopt($ch, CURLOPT_CUSTOMREQUEST, $method); return curl_exec($ch); } call('PATCH', '/account/~/extension/~');`,
    'PATCH',
  ],
  [
    `$client = new GuzzleHttp\\Client(); $client->get('${URL}'); $client->request('PUT', '${URL}', ['json' => $body]); $client->postAsync('${URL}');`,
    'GET',
    'PUT',
    'POST',
  ],
  [
    `use GuzzleHttp\\Client; $client = new Client(['base_uri' => '${BASE}/']); $client->request('GET', 'account/~/extension/~'); $client->delete('account/~/extension/~');`,
    'GET',
    'DELETE',
  ],
  [
    `use GuzzleHttp\\Client; $client = new Client(['base_uri' => 'https://api.example.com']); $client->request('GET', '${ME}');`,
  ],
  [
    `use GuzzleHttp\\Psr7\\Request; $request = new Request('POST', '${URL}'); $client->send($request);`,
    'POST',
  ],
  [
    `use Illuminate\\Support\\Facades\\Http; Http::get('${URL}'); Http::withToken($token)->post('${URL}', $body);`,
    'GET',
    'POST',
  ],
  [
    `use Illuminate\\Support\\Facades\\Http; Http::baseUrl('${BASE}')->put('/account/~/extension/~');`,
    'PUT',
  ],
  [
    `wp_remote_get('${URL}'); wp_remote_post('${URL}', ['body' => $body]); wp_remote_request('${URL}', ['method' => 'PUT']);`,
    'GET',
    'POST',
    'PUT',
  ],
  [
    `file_get_contents('${URL}'); file_get_contents('${URL}', false, stream_context_create(['http' => ['method' => 'POST']]));`,
    'GET',
    'POST',
  ],
  [
    `$client = Symfony\\Component\\HttpClient\\HttpClient::create(); $client->request('GET', '${URL}');`,
    'GET',
  ],
  [
    `$rcsdk = new RingCentral\\SDK\\SDK('', '', ''); $platform = $rcsdk->platform(); $platform->get('${ME}'); $platform->post('/account/~/extension/~', $body);`,
    'GET',
    'POST /account/~/extension/~',
  ],
  [
    `$rcsdk = new RingCentral\\SDK\\SDK('', '', ''); $request = $rcsdk->createMultipartBuilder()->setBody($body)->request('${ME}'); $rcsdk->platform()->sendRequest($request);`,
    'POST',
  ],
  [
    `$rcsdk = new RingCentral\\SDK\\SDK('', '', ''); $request = $rcsdk->createMultipartBuilder()->setBody($body); foreach ($files as $file) { $request = $request->add(fopen($file, 'r')); } $request = $request->request('${ME}'); $rcsdk->platform()->sendRequest($request);`,
    'POST',
  ],
  [
    `$rcsdk = new RingCentral\\SDK\\SDK('', '', ''); $builder = $rcsdk->createMultipartBuilder()->setBody($body); $rcsdk->platform()->sendRequest($builder->request('${ME}', 'PUT'));`,
    'PUT',
  ],
  [
    `class Rc { private $client; function __construct() { $this->client = new GuzzleHttp\\Client(); } private function send($verb, $path) { return $this->client->$verb('${BASE}' . $path); } function me() { return $this->send('get', '/account/~/extension/~'); } }`,
    'GET',
  ],
  [
    `class Rc { const BASE = '${BASE}'; function me() { return $this->http->request('GET', sprintf('%s/account/%s/extension/~', self::BASE, '~')); } }`,
    'GET',
  ],
  [`$cache->get('${ME}'); $_GET['${ME}'];`],
];

it.each(cases)('%s', async (source, ...calls) => {
  const expected = calls.map((call) => (call.includes(' ') ? call : `${call} ${ME}`));
  const found = await callsIn('a.php', `<?php // RingCentral\n${source}`);
  expect(found.map((call) => call.replace(/^\d+ /, ''))).toEqual(expected);
});
