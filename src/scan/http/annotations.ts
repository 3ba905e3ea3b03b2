// Annotations of interfaces that a client implements -> the names by which they are known.
import { beginsWithWord, type NameTest, oneOf, words } from '../name-tables.js';
import type { Client } from './clients/client.js';

/** Packages whose annotations send requests; those of others say what the app itself serves. */
export const sendsByAnnotation: NameTest = beginsWithWord(
  words(`retrofit retrofit2 feign refit com.refitter io.micronaut.http.client
    org.eclipse.microprofile.rest.client`),
);

const CLIENTS = new Set(words('FeignClient HttpExchange RegisterRestClient Client'));

/** Whether an annotation of an interface says that it is a client. */
export const marksClient = (name: string): boolean => CLIENTS.has(name);

/** The name of an annotation without what only some frameworks add: `GetMapping`, `PostExchange`. */
export const bareAnnotation = (name: string): string => name.replace(/(Mapping|Exchange)$/, '');

/** Whether an annotation is named like a method of HTTP. */
export const isMethodAnnotation: NameTest = oneOf(words('get post put patch delete head'));

/** Whether an annotation of a method says the method of HTTP in an argument beside the path. */
export const saysMethodBeside: NameTest = oneOf(words('RequestMapping HttpExchange HTTP'));

/** The arguments of an annotation of an interface that say a part of the URL, the last part first; `null` is the first one. */
export const baseNames = (name: string): readonly (string | null)[] => BASES.get(name) ?? [];

const BASES: ReadonlyMap<string, readonly (string | null)[]> = new Map([
  ['FeignClient', ['path', 'url']],
  ['HttpExchange', [null, 'value', 'url']],
  ['RequestMapping', [null, 'value', 'path']],
  ['RegisterRestClient', ['baseUri']],
  ['Client', [null, 'value', 'path']],
  ['Path', [null, 'value']],
  ['BaseAddress', [null]],
]);

/** Whether an annotation of an interface says which server it is for: nothing else does. */
export const namesServer: NameTest = oneOf(
  words('FeignClient RegisterRestClient Client BaseAddress'),
);

/** What implements such interfaces, and where it is told the base of them. */
export const interfaceClient = (platform: string): Client | null =>
  CLIENTS_OF.get(platform) ?? null;

const CLIENTS_OF: ReadonlyMap<string, Client> = new Map([
  [
    'c-sharp',
    {
      title: 'Refit',
      names: /Refit/,
      base: ['baseaddress', 'for'],
      registered: ['configurehttpclient', 'restservice.for'],
      joins: 'append',
    },
  ],
  [
    'java',
    {
      title: 'Retrofit',
      names: /Retrofit/,
      base: ['baseurl'],
      registered: ['baseurl'],
      joins: 'append',
    },
  ],
]);

const REGISTERING = new Set(
  [...CLIENTS_OF.values()].flatMap(({ registered = [] }) =>
    registered.map((name) => name.slice(name.lastIndexOf('.') + 1)),
  ),
);

/** Whether a call of this folded name says the base of such interfaces. */
export const registersInterface = (folded: string): boolean => REGISTERING.has(folded);
