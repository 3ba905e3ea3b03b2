// Access paths: how they are made, printed, and what they answer.
import { describe, expect, it } from 'vitest';
import {
  type AccessPath,
  calledMember,
  calledMembers,
  calledName,
  calledPath,
  importedPath,
  isName,
  isNameOrCall,
  isWhole,
  lastMember,
  lastName,
  memberPath,
  nameOfImport,
  pathText,
  rootPath,
  wordsOf,
  writtenText,
} from '../../src/scan/values/access-path.js';

/** `root`, then members; `()` is a call. */
const path = (root: string, ...steps: string[]): AccessPath =>
  steps.reduce<AccessPath>(
    (of, step) => (step === '()' ? calledPath(of) : memberPath(of, step)),
    rootPath(root),
  );

describe('an access path', () => {
  it.each([
    [path('axios', 'create', '()', 'get'), 'axios.create().get'],
    [importedPath('@ringcentral/sdk', 'SDK'), '@ringcentral/sdk.SDK'],
    [importedPath('net/http', null), 'net/http'],
  ])('is printed', (one, text) => expect(pathText(one)).toBe(text));

  it.each([
    [path('a', 'b', '()', 'c'), 'c'],
    [path('a', 'b', '()'), 'b'],
    [path('java.net.http.HttpClient', '()'), 'HttpClient'],
    [path('net/http'), 'http'],
    [path('GuzzleHttp\\Client'), 'Client'],
    [path('Net::HTTP'), 'HTTP'],
    [path('a', '()', '()'), ''],
  ])('has a last name (%#)', (one, name) => expect(lastName(one)).toBe(name));

  it('has a last member, where a package with slashes is one name', () => {
    expect(lastMember(path('net/url', 'Parse'))).toBe('Parse');
    expect(lastMember(path('@scope/format'))).toBe('@scope/format');
    expect(calledMember(path('@scope/format', '()'))).toBe('@scope/format');
  });

  it('says what is called, at its end and on the way', () => {
    expect(calledName(path('a', 'b', '()'))).toBe('b');
    expect(calledName(path('a', 'b'))).toBe('');
    expect(calledMembers(path('a', 'b', '()', 'c', 'd', '()'))).toEqual(['b', 'd']);
    expect(calledMembers(path('a', '()'))).toEqual([]);
  });

  it('tells a name alone from what is taken of it', () => {
    expect(isName(path('a'), 'a')).toBe(true);
    expect(isName(path('a', '()'), 'a')).toBe(false);
    expect(isNameOrCall(path('a', '()'), 'a')).toBe(true);
    expect(isNameOrCall(path('a', 'b'), 'a')).toBe(false);
    expect(isWhole(path('axios'))).toBe(true);
    expect(isWhole(path('axios', 'default'))).toBe(true);
    expect(isWhole(path('axios', 'get'))).toBe(false);
    expect(isWhole(path('java.net.URL'))).toBe(false);
  });

  it('is written as code writes it, and has words', () => {
    expect(writtenText(path('net/url', 'Parse'))).toBe('url.Parse');
    expect(writtenText(path('axios', 'get'))).toBe('axios.get');
    expect(wordsOf(path('a', 'get', '()', 'uri'))).toEqual(['a', 'get', 'uri']);
    expect(nameOfImport('com.ringcentral.RestClient')).toBe('RestClient');
    expect(nameOfImport('./client')).toBe('client');
  });
});
