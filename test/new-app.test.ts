// Links that make an app: read as grants where they stand in a README, written with what the calls need.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAppLink } from '../src/grants/new-app-link.js';
import { permlint } from './run.js';

const URL = 'https://developer.ringcentral.com/new-app';
const read = (text: string) => {
  const { value, findings } = newAppLink.read(text, 'README.md');
  return {
    names: value.map(({ name }) => name),
    places: value.map(({ location: { line, column } }) => `${line}:${column}`),
    faults: findings.map(({ message, location: { line } }) => `${line}: ${message}`),
  };
};

describe('a link', () => {
  it.each([
    ['bare', `see ${URL}?permissions=A,B and go`],
    ['at the end of a sentence', `See ${URL}?permissions=A,B.`],
    ['before a comma', `With ${URL}?permissions=A,B, all is well`],
    ['of the other host', `https://developers.ringcentral.com/new-app?permissions=A,B`],
    ['in capitals', `HTTPS://Developer.RingCentral.com/new-app?permissions=A,B`],
    ['with a slash', `${URL}/?permissions=A,B`],
    ['the other parameter', `${URL}?permission=A,B`],
    ['both parameters', `${URL}?permission=A&permissions=B`],
    ['among others', `${URL}?name=x&permissions=A,B&redirectUri=https://h.test/?permissions`],
    ['in Markdown', `[make it](${URL}?permissions=A,B)`],
    ['in Markdown with a title', `[make it](${URL}?permissions=A,B "new")`],
    ['in angle brackets', `<${URL}?permissions=A,B>`],
    ['in HTML', `<a href="${URL}?name=x&amp;permissions=A,B&#38;public=no">`],
    ['in a table', `| ${URL}?permissions=A,B|`],
    ['in bold', `**${URL}?permissions=A,B**`],
    ['in code', `\`${URL}?permissions=A,B\``],
    ['with parentheses in a value', `(${URL}?name=App+(new)&permissions=A,B)`],
    ['encoded', `${URL}?permissions=%41%2CB`],
    ['an encoded key', `${URL}?%70ermissions=A,B`],
    ['with spaces', `${URL}?permissions=A,+B`],
    ['with holes', `${URL}?permissions=,A,,B`],
    ['twice alike', `${URL}?permissions=A,B\n${URL}?permissions=B,A,B&name=y`],
    ['beside one without names', `${URL}?name=x\n${URL}?permissions=A,B`],
    ['with a fragment', `${URL}?permissions=A,B#top`],
  ])('%s', (_, text) => {
    const { names, faults } = read(text);
    expect([...names].sort()).toEqual(['A', 'B']);
    expect(faults).toEqual([]);
    expect(newAppLink.recognises(text)).toBe(true);
  });

  it.each([
    ['+ is a space', 'Team+Messaging', ['Team Messaging']],
    ['%2B is none', 'Team%2BMessaging', []],
    ['what cannot be decoded', 'A,%zz', ['A']],
    ['a name with a slip', 'A,B[C', ['A']],
    ['a secret', 'eyJhbGciOiJIUzI1NiJ9', []],
    ['a control character', 'A%00B', []],
    ['text that turns round', 'A%E2%80%AEB', []],
  ])('%s', (_, value, expected) => {
    expect(read(`${URL}?permissions=${value}`).names).toEqual(expected);
  });

  it('has the place of the link', () => {
    expect(read(`# App\r\n\r\n- see ${URL}?permissions=A\n`).places).toEqual(['3:7']);
  });

  it.each([
    ['another host', 'https://developer.ringcentral.com.evil.test/new-app?permissions=A'],
    ['a host before it', 'https://evil.test/developer.ringcentral.com/new-app?permissions=A'],
    ['another page', 'https://developer.ringcentral.com/new-app-2?permissions=A'],
    ['no query', URL],
  ])('no link: %s', (_, text) => {
    expect(read(text)).toMatchObject({
      names: [],
      faults: [expect.stringMatching(/^1: .*has no link such as/)],
    });
    expect(newAppLink.recognises(text)).toBe(false);
  });

  it.each([
    [`\n${URL}?name=secret`, '2: README.md cannot be read: its link that makes an app names no'],
    [`${URL}?permissions=`, '1: README.md cannot be read: its link that makes an app names no'],
    [`${URL}?permissions=A,\nB`, '1: README.md cannot be read: the link is broken off'],
    [`${URL}?permissions=A,%00`, '1: README.md cannot be read: a name of a permission'],
    [`${URL}?permissions=A\n\n${URL}?permissions=B`, '1: README.md cannot be read: 2 links in it'],
  ])('%j: told', (text, fault) => {
    expect(read(text).faults[0]).toContain(fault);
  });
});

describe('links that differ', () => {
  const text = `${URL}?permissions=A\n\n${URL}?permissions=B,A\n${URL}?permissions=A\n`;
  it('are told with their lines, and none of them decides', () => {
    const { value, findings } = newAppLink.read(text, 'README.md');
    expect(value.map(({ name }) => name).sort()).toEqual(['A', 'B']);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.hint).toBe(
      'the link of line 1 asks for A\nthe link of line 3 asks for B, A',
    );
    expect(findings[0]!.related.map(({ location }) => location.line)).toEqual([1, 3]);
    const { code } = permlint(['GET /v1.0/account/~/call-log', '-g', 'a.md'], {
      files: { 'a.md': text },
    });
    expect(code).toBe(2);
  });
});

describe('-g', () => {
  const grants = (name: string, text: string, word = name) =>
    permlint(['GET /v1.0/account/~/call-log', '-g', word], {
      files: { [name]: text },
      stdin: text,
    });
  const link = `${URL}?name=FAKE&permissions=ReadCallLog&redirectUri=https://FAKE.test`;
  it.each([
    ['README.md', `# App\n\n${link}\n`],
    ['list.md', `- a list\n- ${link}\n`],
    ['README', `My app\n\n${link}\n`],
    ['page.html', `<a href="${link}">`],
  ])('%s is read as the text that it is, and nothing else of the link is shown', (name, text) => {
    const { out, err, code } = grants(name, text);
    expect(out).toContain('fine: 1 call');
    expect(out + err).not.toContain('FAKE');
    expect(code).toBe(0);
  });

  it.each([
    ['a list', 'grants.txt', `# made with ${URL}?permissions=SMS\nReadCallLog\n`],
    ['a list in YAML', 'grants.yaml', `# ${URL}?permissions=SMS\n- ReadCallLog\n`],
    ['a token', 'token.json', `{"scope": "ReadCallLog", "see": "${URL}?permissions=SMS"}`],
  ])('%s with a link in a comment stays what it is', (_, name, text) => {
    expect(grants(name, text).out).toContain('fine: 1 call needs ReadCallLog');
  });

  it('standard input', () => {
    expect(grants('x', `Make it: ${link}\n`, '-').out).toContain('fine: 1 call');
  });

  it('a README that there is not', () => {
    expect(permlint(['GET /v1.0/account/~/call-log', '-g', 'README.md']).out).toContain(
      'README.md cannot be read: no such file',
    );
  });
});

describe('the link that is written', () => {
  const name = fc.stringMatching(/^[A-Za-z][\w.:/&()-]{0,12}$/);
  it('is read back as the same names', () => {
    const property = fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (given) => {
      const rows = given.map((n, at) => `  GET /r${at}: [${JSON.stringify(n)}]\n`).join('');
      const matrix = `version: 1\napi: lab\nnewApp: "${URL}?permissions={permissions}"\npermissions: { ${given.map((n) => `${JSON.stringify(n)}: x`).join(', ')} }\nroutes:\n${rows}`;
      const calls = given.map((_, at) => `GET /r${at}`);
      const { out } = permlint([...calls, '-m', 'm.yaml', '-f', 'json'], {
        files: { 'm.yaml': matrix },
      });
      const { newApp, required } = JSON.parse(out);
      expect(read(`See ${newApp[0].url}.`)).toMatchObject({ names: required, faults: [] });
      expect([...required].sort()).toEqual([...given].sort());
    });
    fc.assert(property, { numRuns: 100 });
  });

  it.each([
    ['http://h.test/?p={permissions}'],
    ['https://h.test/'],
    ['https://h.test/{permissions} x'],
    ['javascript:{permissions}'],
  ])('%s is no template of one', (newApp) => {
    const text = `version: 1\napi: lab\nnewApp: ${JSON.stringify(newApp)}\nroutes: {}\n`;
    const { err } = permlint(['matrix', 'show', '-m', 'm.yaml'], { files: { 'm.yaml': text } });
    expect(err).toContain('expected a URL with {permissions} in it');
  });
});
