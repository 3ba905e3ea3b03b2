// The text of a file that is named like a test -> whether it is one: it declares tests, or imports what runs them.

const SCRIPT =
  /(?<![.\w$])(?:describe|it|test|suite|context|beforeEach|afterEach|beforeAll|afterAll)(?:\.\w+)*\s*\(\s*(?:['"`]|\(|async\b|function\b)|(?:from|require\(|import)\s*['"](?:vitest|@?jest\b|mocha|chai|ava|tap|tape|node:test|@playwright\/test|cypress|jasmine|supertest|sinon|nock|msw|@testing-library|uvu|bun:test)[/'"]|(?<![.\w$])(?:jest|vi|cy|Cypress)\.\w+\(/;
const JVM =
  /\bimport\s+(?:static\s+)?(?:org\.(?:junit|testng|mockito|spockframework|scalatest|assertj|hamcrest)|io\.(?:kotest|mockk)|kotlin\.test|munit|spock)\b|@Test\b|\bextends\s+(?:TestCase|Specification)\b/;

/** How files of each ending say that they hold tests. */
const DECLARES: readonly (readonly [endings: RegExp, declares: RegExp])[] = [
  [/\.(?:[cm]?[jt]sx?|vue|svelte|coffee|gs)$/i, SCRIPT],
  [
    /\.py$/i,
    /^\s*(?:import|from)\s+(?:pytest|unittest|nose2?|hypothesis|django\.test|rest_framework\.test|responses|respx|vcr|mock)\b|^\s*(?:async\s+)?def\s+test_\w*\s*\(|^class\s+\w+\([^)]*TestCase\)/m,
  ],
  [
    /\.(?:php|inc|phpt)$/i,
    /\bextends\s+[\w\\]*TestCase\b|^\s*use\s+(?:PHPUnit|Tests\\|Mockery|Codeception)|^\s*(?:it|test|uses|describe|beforeEach)\(/m,
  ],
  [
    /\.(?:rb|rake)$/i,
    /\bRSpec\b|^\s*(?:describe|context|feature)\s+['":A-Z]|Minitest|Test::Unit|\w+::TestCase\b|^\s*require(?:_relative)?\s+['"](?:.*\/)?(?:spec_helper|rails_helper|test_helper|minitest|rspec|webmock|vcr)\b/m,
  ],
  [/\.(?:java|kts?|scala|groovy)$/i, JVM],
  [
    /\.(?:cs|fs|vb)$/i,
    /\busing\s+(?:static\s+)?(?:Xunit|NUnit|Microsoft\.VisualStudio\.TestTools|Moq|FluentAssertions|Shouldly)\b|\[(?:Fact|Theory|Test|TestMethod|TestCase|TestFixture|TestClass)\b/,
  ],
  [/_test\.go$/, /^package\s+\w+/m],
  [/\.go$/, /"testing"/],
  [/\.(?:sh|bash|bats)$/i, /^\s*@test\s+"|\bshunit2\b|^\s*(?:load|bats_load_library)\s+/m],
  [/\.swift$/i, /\bimport\s+(?:XCTest|Testing)\b/],
  [/\.rs$/i, /#\[(?:\w+::)?test\b|#\[cfg\(test\)\]/],
  [/\.exs?$/i, /\buse\s+ExUnit\b|\bExUnit\.start/],
  [/\.dart$/i, /package:(?:test|flutter_test|integration_test)\//],
  [/\.(?:p[lm]|t)$/i, /\buse\s+Test2?::/],
  [/\.ps1$/i, /^\s*Describe\s+['"]/im],
  [/\.lua$/i, /\b(?:describe|it)\s*\(\s*["']/],
  [/\.clj[cs]?$/i, /\bclojure\.test\b/],
  [/\.feature$/i, /^\s*(?:Feature|Scenario)\b/m],
  [/\.robot$/i, /^\*+\s*(?:Test Cases|Keywords)/im],
  [/\.snap$/i, /^\/\/ (?:Jest|Vitest) Snapshot/m],
];

/** Whether a file declares tests or uses what runs them, whatever its name. */
export const declaresTests = (path: string, text: string): boolean =>
  DECLARES.some(([endings, declares]) => endings.test(path) && declares.test(text));
