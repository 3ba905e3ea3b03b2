// Annotations of interfaces that a client implements -> the names by which they are known.
import { beginsWithWord, type NameTest, oneOf, words } from '../name-tables.js';

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
