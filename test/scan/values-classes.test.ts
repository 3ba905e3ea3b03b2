// Class hierarchies -> the calls found in them: what subclasses say is told at the request of their base.
import { expect, it } from 'vitest';
import { findIn } from './find-in.js';

it.each<[string, Record<string, string>, string[]]>([
  [
    'a property and a constant of subclasses in Python',
    {
      'base.py': `import requests
class Stream:
    METHOD = 'GET'
    def sync(self):
        return requests.request(self.METHOD, 'https://api.test' + self.path)
`,
      'users.py': `from base import Stream
class Users(Stream):
    @property
    def path(self):
        return '/api/v1/users'
class Roles(Stream):
    METHOD = 'POST'
    path = '/api/v1/roles'
`,
      'main.py': 'from users import Users, Roles\nUsers().sync()\n',
    },
    ['base.py:5 GET /api/v1/users', 'base.py:5 POST /api/v1/roles'],
  ],
  [
    'objects that are made of each other in Python',
    {
      'a.py': `import requests
class Rc:
    def __init__(self, path): self.path = path
    def below(self, name): return Rc(self.path + '/' + name)
    def get(self): return requests.get(self.path)
Rc('https://api.test/api').below('users').get()
`,
    },
    ['a.py:5 GET /api/{}', 'a.py:5 GET /api', 'a.py:6 GET /api/users'],
  ],
  [
    'a member that a class of Python works out, any number of times',
    {
      'a.py': `import requests
class Rc:
    def __init__(self, path): self.path = path
    def __getattr__(self, name): return Rc(self.path + '/' + name)
    def get(self): return requests.get(self.path)
Rc('https://api.test/api').users.get()
`,
    },
    ['a.py:4 GET {}', 'a.py:5 GET /api/{}', 'a.py:5 GET /api'],
  ],
  [
    'a static object of Java that is changed elsewhere',
    {
      'M.java': `class Options { String path; Options(String path) { this.path = path; } }
class M {
  static final Options SHARED = new Options("/a");
  static void send(RestTemplate r) { r.getForObject("https://api.test/api" + SHARED.path, String.class); }
  static void run(RestTemplate r) { SHARED.path = "/b"; send(r); }
}`,
    },
    ['M.java:5 possibly GET /api/a', 'M.java:5 possibly GET /api/b'],
  ],
  [
    'an object that a function changes which another one gives it to',
    {
      'a.js': `const shared = { path: '/a' };
function change(given) { given.path = '/b'; }
function main() { change(shared); fetch('https://api.test/api' + shared.path); }
main();`,
    },
    ['a.js:3 possibly GET /api/b', 'a.js:3 possibly GET /api/a'],
  ],
  [
    'a template method in TypeScript, through another method',
    {
      'a.ts': `abstract class Base {
  abstract path(): string;
  get prefix() { return '/api/v1'; }
  list() { return this.send(this.path()); }
  send(p: string) { return fetch('https://api.test' + this.prefix + p); }
}
class A extends Base { path() { return '/a'; } }
class B extends Base { path() { return '/b'; } get prefix() { return '/api/v2'; } }`,
    },
    ['a.ts:4 GET /api/v1/a', 'a.ts:4 GET /api/v2/b'],
  ],
  [
    'what classes of Java give the constructor of their base',
    {
      'A.java': `abstract class Route { final String path; Route(String path) { this.path = path; } }
class Me extends Route { Me() { super("/me"); } }
class User extends Route { User(String id) { super("/users/" + id); } }
class A { void load(Route r) { rest.getForObject("https://api.test/api" + r.path, String.class); }
  void go() { load(new Me()); load(new User("1")); } }`,
    },
    ['A.java:5 GET /api/me', 'A.java:5 GET /api/users/1'],
  ],
  [
    'a method of subclasses in Java',
    {
      'Base.java': `package x;
abstract class Base {
  abstract String path();
  String get() { return restTemplate.getForObject("https://api.test" + path(), String.class); }
}`,
      'A.java': 'package x;\nclass A extends Base { String path() { return "/api/v1/a"; } }',
      'B.java': 'package x;\nclass B extends Base { String path() { return "/api/v1/b"; } }',
    },
    ['Base.java:4 GET /api/v1/a', 'Base.java:4 GET /api/v1/b'],
  ],
  [
    'a method of subclasses in Ruby',
    {
      'a.rb': `class Base
  def fetch_all
    Faraday.get("https://api.test#{path}")
  end
end
class A < Base
  def path
    '/api/v1/a'
  end
end`,
    },
    ['a.rb:3 GET /api/v1/a'],
  ],
  [
    'a property of subclasses in PHP',
    {
      'a.php': `<?php
abstract class Base {
  protected $path;
  public function all() { return $this->http->get('https://api.test' . $this->path); }
}
class A extends Base { protected $path = '/api/v1/a'; }
class B extends Base { protected $path = '/api/v1/b'; }`,
    },
    ['a.php:4 GET /api/v1/a', 'a.php:4 GET /api/v1/b'],
  ],
])('%s', async (_, files, expected) => {
  expect(await findIn(files)).toEqual(expected);
});
