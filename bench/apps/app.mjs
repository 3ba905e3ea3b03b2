// A language and a number of files -> the files of a made-up app, the same every time.

/** A feature has so many files; one of every second feature names RingCentral, which is one file in twenty. */
const FEATURE = 10;

const NAMES = 'order invoice ticket lead quote shipment contract visit campaign payment'.split(' ');
const FIELDS = 'owner region amount dueAt priority channel source note'.split(' ');

const ringcentral = (path) => `/restapi/v1.0/account/~${path}`;
const RINGCENTRAL = {
  name: 'RingCentral',
  server: 'https://platform.ringcentral.com',
  routes: [
    ['listCalls', 'GET', ringcentral('/call-log')],
    ['listOwnCalls', 'GET', ringcentral('/extension/~/call-log')],
    ['listActiveCalls', 'GET', ringcentral('/active-calls')],
    ['readPresence', 'GET', ringcentral('/extension/{id}/presence')],
    ['changePresence', 'PUT', ringcentral('/extension/~/presence')],
    ['sendText', 'POST', ringcentral('/extension/~/sms')],
    ['ringOut', 'POST', ringcentral('/extension/~/ring-out')],
    ['listMessages', 'GET', ringcentral('/extension/~/message-store')],
    ['deleteMessage', 'DELETE', ringcentral('/extension/~/message-store/{id}')],
    ['listExtensions', 'GET', ringcentral('/extension')],
    ['listNumbers', 'GET', ringcentral('/phone-number')],
    ['readRecording', 'GET', ringcentral('/recording/{id}')],
  ],
};

/** An API that has resources of a few kinds. */
const vendor = (name, server, base, resources) => ({
  name,
  server,
  routes: resources.flatMap((resource) => {
    const title = resource[0].toUpperCase() + resource.slice(1);
    return [
      [`list${title}`, 'GET', `${base}/${resource}`],
      [`read${title}`, 'GET', `${base}/${resource}/{id}`],
      [`create${title}`, 'POST', `${base}/${resource}`],
      [`update${title}`, 'PUT', `${base}/${resource}/{id}`],
    ];
  }),
});
const VENDORS = [
  vendor('Stripe', 'https://api.stripe.com', '/v1', ['customers', 'invoices', 'refunds']),
  vendor('HubSpot', 'https://api.hubapi.com', '/crm/v3/objects', ['contacts', 'deals']),
  vendor('SendGrid', 'https://api.sendgrid.com', '/v3', ['templates', 'senders']),
  vendor('Shopify', 'https://shop.example.com', '/admin/api', ['products', 'orders']),
  vendor('Airtable', 'https://api.airtable.com', '/v0/meta', ['bases', 'views']),
];

/**
 * Makes the files of an app: what all share, then features, then pages until there are as many as asked for.
 * @param language `{ shared, feature(of), page(number) }`, each giving `[path, text]` or a list of these
 */
export function makeApp(language, count) {
  const { shared } = language;
  const random = randomNumbers(7);
  const number = Math.floor((count - shared.length) / FEATURE);
  const features = Array.from({ length: number }, (_, index) => describeFeature(index, random));
  const files = [...shared, ...features.flatMap((of) => language.feature(of))];
  for (let n = 0; files.length < count; n++) files.push(language.page(n));
  return files;
}

/** What a feature is called, whose API it calls, and which other feature it uses. */
function describeFeature(index, random) {
  const name = `${NAMES[index % NAMES.length]}${index}`;
  const api = index % 2 === 0 ? RINGCENTRAL : VENDORS[random(VENDORS.length)];
  const first = random(api.routes.length);
  const routes = [0, 1, 2, 3].map((step) => {
    const [title, method, path] = api.routes[(first + step) % api.routes.length];
    return { title, method, path, takesId: path.includes('{id}') };
  });
  // one that calls RingCentral, and was described before
  const other = 2 * random(Math.max(1, Math.ceil(index / 2)));
  return {
    index,
    name,
    title: capital(name),
    api,
    routes,
    fields: Array.from({ length: 4 }, (_, n) => FIELDS[(index + n) % FIELDS.length]),
    limit: 20 + 10 * random(9),
    uses: index === 0 ? null : `${NAMES[other % NAMES.length]}${other}`,
  };
}

export const capital = (word) => word[0].toUpperCase() + word.slice(1);
export const snake = (word) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function randomNumbers(seed) {
  let state = seed;
  return (most) => {
    state = (state * 48271) % 2147483647;
    return state % most;
  };
}
