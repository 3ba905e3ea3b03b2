// Code that subscribes to events: the filters and the transport, in a body or given to a client.
import { describe, expect, it } from 'vitest';
import { callsIn, scanFiles } from './scan-files.js';

const SUBSCRIBE = 'POST /restapi/v1.0/subscription';
const PRESENCE = '/restapi/v1.0/account/~/presence';
const STORE = '/restapi/v1.0/account/~/extension/~/message-store';

const cases: readonly [what: string, file: string, source: string, calls: string[]][] = [
  [
    'a body at the call',
    'a.js',
    `const { SDK } = require('@ringcentral/sdk');
     const platform = new SDK({}).platform();
     platform.post('/restapi/v1.0/subscription', {
       eventFilters: ['${PRESENCE}', '${STORE}'],
       deliveryMode: { transportType: 'WebHook', address },
     });`,
    [`3 ${SUBSCRIBE} ${STORE} ${PRESENCE} by WebHook`],
  ],
  [
    'a body in a variable, as text',
    'a.ts',
    `const body = { eventFilters: [\`/restapi/v1.0/account/\${id}/presence\`], deliveryMode: { transportType: 'WebSocket' } };
     await fetch('https://platform.ringcentral.com/restapi/v1.0/subscription', {
       method: 'POST', body: JSON.stringify(body) });`,
    [`2 ${SUBSCRIBE} /restapi/v1.0/account/{}/presence by WebSocket`],
  ],
  [
    'filters that the code does not say',
    'a.js',
    `const platform = new (require('@ringcentral/sdk').SDK)().platform();
     export const subscribe = (filters) => platform.post('/restapi/v1.0/subscription', { eventFilters: filters });`,
    [`2 ${SUBSCRIBE}`],
  ],
  [
    'a filter for each of a list that is not known',
    'a.js',
    `const platform = new (require('@ringcentral/sdk').SDK)().platform();
     const subscribe = (ids) => platform.post('/restapi/v1.0/subscription', {
       eventFilters: ids.map((id) => \`/restapi/v1.0/account/\${id}/presence\`), deliveryMode: { transportType: 'WebHook' } });`,
    [`2 ${SUBSCRIBE} /restapi/v1.0/account/{}/presence by WebHook`],
  ],
  [
    'the same by LINQ',
    'A.cs',
    `using RingCentral;
class A {
  RestClient rc;
  async Task Go(long[] ids) {
    var filters = ids.Select(id => $"/restapi/v1.0/account/{id}/presence").ToList();
    await rc.Restapi().Subscription().Post(new CreateSubscriptionRequest { eventFilters = filters.ToArray(), deliveryMode = new Mode { transportType = "WebHook" } });
  }
}`,
    [`6 ${SUBSCRIBE} /restapi/v1.0/account/{}/presence by WebHook`],
  ],
  [
    'the same of a stream, in a map of keys and values',
    'A.java',
    `import com.ringcentral.*;
class A {
  RestClient rc;
  void go(List<String> ids) {
    var filters = ids.stream().map(id -> "/restapi/v1.0/account/" + id + "/presence").collect(Collectors.toList());
    rc.post("/restapi/v1.0/subscription", Map.of("eventFilters", filters, "deliveryMode", Map.of("transportType", "WebHook")));
  }
}`,
    [`6 ${SUBSCRIBE} /restapi/v1.0/account/{}/presence by WebHook`],
  ],
  [
    'the same by a function that takes the list',
    'a.php',
    `<?php
$platform = (new RingCentral\\SDK\\SDK('', '', ''))->platform();
$filters = array_map(fn ($id) => "/restapi/v1.0/account/$id/presence", $ids);
$platform->post('/restapi/v1.0/subscription', ['eventFilters' => $filters, 'deliveryMode' => ['transportType' => 'WebHook']]);`,
    [`4 ${SUBSCRIBE} /restapi/v1.0/account/{}/presence by WebHook`],
  ],
  [
    'a dict',
    'a.py',
    `from ringcentral import SDK
platform = SDK("", "", "").platform()
params = {"eventFilters": ["${PRESENCE}"], "deliveryMode": {"transportType": "WebHook"}}
platform.post("/restapi/v1.0/subscription", params)`,
    [`4 ${SUBSCRIBE} ${PRESENCE} by WebHook`],
  ],
  [
    'fields set one by one',
    'A.java',
    `import com.ringcentral.*;
class A {
  static RestClient rc = new RestClient("", "", "");
  void go() {
    var body = new CreateSubscriptionRequest();
    body.eventFilters = new String[] { "${PRESENCE}" };
    body.deliveryMode = new NotificationDeliveryMode();
    body.deliveryMode.transportType = "WebHook";
    rc.restapi().subscription().post(body);
  }
}`,
    [`9 ${SUBSCRIBE} ${PRESENCE} by WebHook`],
  ],
  [
    'setters in a chain',
    'A.java',
    `import com.ringcentral.*;
class A {
  static RestClient rc = new RestClient("", "", "");
  void go() {
    var body = new CreateSubscriptionRequest()
      .eventFilters(new String[] { "${PRESENCE}" })
      .deliveryMode(new NotificationDeliveryModeRequest().transportType("WebHook").address("https://a.example"));
    rc.restapi().subscription().post(body);
  }
}`,
    [`8 ${SUBSCRIBE} ${PRESENCE} by WebHook`],
  ],
  [
    'an initialiser',
    'a.cs',
    `using RingCentral;
class A {
  static RestClient rc = new RestClient("", "", "");
  async Task Go() {
    await rc.Restapi().Subscription().Post(new CreateSubscriptionRequest {
      eventFilters = new[] { "${PRESENCE}" },
      deliveryMode = new NotificationDeliveryModeRequest { transportType = "WebHook" } });
  }
}`,
    [`5 ${SUBSCRIBE} ${PRESENCE} by WebHook`],
  ],
  [
    'an array, by its own name',
    'a.php',
    `<?php
$rcsdk = new RingCentral\\SDK\\SDK('', '', '');
$rcsdk->platform()->post('/restapi/v1.0/subscription', [
  'eventFilters' => ['${PRESENCE}'], 'deliveryMode' => ['transportType' => 'WebHook']]);`,
    [`3 ${SUBSCRIBE} ${PRESENCE} by WebHook`],
  ],
  [
    'a subscription object, by its package',
    'a.js',
    `const { Subscriptions } = require('@ringcentral/subscriptions');
     const subscription = new Subscriptions({ sdk }).createSubscription();
     subscription.setEventFilters(['${STORE}?direction=Inbound']).register();`,
    [`3 ${SUBSCRIBE} ${STORE} by WebSocket`],
  ],
  [
    'a subscription object, by an argument',
    'a.php',
    `<?php
$rcsdk = new RingCentral\\SDK\\SDK('', '', '');
$subscription = $rcsdk->createSubscription('Pubnub');
$subscription->addEvents(array('${STORE}'));`,
    [`4 ${SUBSCRIBE} ${STORE} by PubNub`],
  ],
  [
    'a class that is given the filters',
    'a.rb',
    `require 'ringcentral'
rc = RingCentral.new('', '', '')
events = ['${STORE}']
subscription = WS.new(rc, events, lambda { |message| puts message })
subscription.subscribe()`,
    [`4 ${SUBSCRIBE} ${STORE} by WebSocket`],
  ],
  [
    'an extension of the client',
    'a.cs',
    `using RingCentral;
class A {
  async Task Go() {
    var socket = new WebSocketExtension();
    await socket.Subscribe(new[] { "${STORE}" }, message => { });
  }
}`,
    [`5 ${SUBSCRIBE} ${STORE} by WebSocket`],
  ],
  [
    'a subscribe of something else',
    'a.js',
    `const { SDK } = require('@ringcentral/sdk');
     store.subscribe(() => render()); emitter.subscribe(['/topic/a'], handler); platform.createSubscription();`,
    [],
  ],
];

it.each(cases)('reads %s (%s)', async (_, file, source, calls) => {
  expect(await callsIn(file, source)).toEqual(calls);
});

describe('the filters that a subscription has', () => {
  const SDK = "const platform = new (require('@ringcentral/sdk').SDK)({}).platform();\n";
  const GET =
    "const sub = await (await platform.get('/restapi/v1.0/subscription/' + id)).json();\n";
  const put = (body: string) =>
    `${SDK}async function a(id) {\n${GET}await platform.put('/restapi/v1.0/subscription/' + id, ${body});\n}`;

  it.each<[string, string[] | null]>([
    ['{ eventFilters: sub.eventFilters }', []],
    [`{ eventFilters: [...sub.eventFilters, '${PRESENCE}'] }`, [PRESENCE]],
    ['{ eventFilters: req.body.eventFilters }', null],
  ])('need no more than who asked for them: %s', async (body, events) => {
    const { calls } = await scanFiles({ 'a.js': put(body) });
    expect(calls.find(({ methods }) => methods.includes('PUT'))?.events).toEqual(events);
  });
});
