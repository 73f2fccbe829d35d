/** Documents that are broken, endless or of an odd shape: each made when it is asked for, as some are large. */
export interface HostileDocument {
  readonly name: string;
  /** What stands in the folder; the document is `openapi.yaml`, or `openapi.json`. */
  readonly files: () => Readonly<Record<string, string | Uint8Array>>;
  readonly status: 0 | 1 | 2;
  /** What is said of it, in the order in which it is said. */
  readonly says?: RegExp;
  /** Only in the script: takes too long to make for a test that runs often. */
  readonly isHeavy?: boolean;
}

export const head = "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\n";

/** A document of one operation; `responses` and `components` in flow style. */
export function shop(responses: string, components = "{}"): string {
  return `${head}paths: { /orders: { get: { operationId: getOrders, responses: ${responses} } } }\ncomponents: ${components}\n`;
}

export function failing(schema: string): string {
  return `{ "404": { description: No., content: { application/json: { schema: ${schema} } } } }`;
}

const gone = "{ type: object, required: [code], properties: { code: { const: gone } } }";
export const plain = shop(failing(gone));

/** A document with one more part, in YAML, below `x-more`. */
const more = (yaml: string) => `${plain}x-more: ${yaml}\n`;

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function yaml(name: string, text: () => string | Uint8Array, status: 0 | 1 | 2, says?: RegExp): HostileDocument {
  return { name, files: () => ({ "openapi.yaml": text() }), status, ...(says && { says }) };
}

function json(name: string, text: () => string, status: 0 | 1 | 2, says?: RegExp): HostileDocument {
  return { name, files: () => ({ "openapi.json": text() }), status, ...(says && { says }) };
}

/** One for the script alone. */
export function heavy(document: HostileDocument): HostileDocument {
  return { ...document, isHeavy: true };
}

const plainJson = (more: string) =>
  `{"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {}, ${more}}`;

const crowded = /openapi\.\w+:\d+:\d+: error: a map or list of the file holds more than 250,000 entries/;

const twoInLine = (count: number) => lines(count / 2, (i) => `  k${2 * i}: 1, k${2 * i + 1}: 2,`);
const keyOfMaps = (index: number) => (index % 100 === 0 ? `  m${index}:\n    k: 1` : `    k${index}: 1`);

/** Aliases, nesting and sizes that no honest document has. */
const endless: readonly HostileDocument[] = [
  yaml("an alias bomb of 442 bytes", () => more(`\n${bomb(9, 10)}`), 1, /aliases of this file stand for more than/),
  yaml("an alias bomb in keys", () => more("\n  a: &a [1, 2]\n  b: { ? *a : 1, ? [*a, *a] : 2 }"), 0),
  yaml("an alias within its own value", () => more("&a [*a]"), 1, /stands for a value that it is a part of/),
  yaml("an alias within its own value, as a map", () => more("&a { b: { c: *a } }"), 1, /that it is a part of/),
  yaml("an alias to nothing", () => more("*none"), 1, /no anchor `&none`/),
  yaml("4,000 merge keys, each of the one before", () => more(`\n${merges(4000)}`), 1, /million values|200 levels/),
  yaml("20,000 lists in each other", () => more(`${"[".repeat(20_000)}${"]".repeat(20_000)}`), 1, /200 levels deep/),
  yaml("20,000 lists that are not closed", () => more("[".repeat(20_000)), 1, /200 levels deep/),
  yaml("3,000 maps in each other, by indentation", () => more(`\n${blocks(3000)}`), 1, /200 levels deep/),
  yaml("3,000 lists in each other, in one line", () => more(`\n  ${"- ".repeat(3000)}a`), 1, /200 levels deep/),
  yaml("50,000 levels by `? `", () => more(`\n  ${"? ".repeat(50_000)}a`), 1, /200 levels deep|document-malformed/),
  json("5,000 lists in each other", () => plainJson(`"x": ${"[".repeat(5000)}${"]".repeat(5000)}`), 1, /200 levels/),
  heavy(json("a million lists in each other", () => plainJson(`"x": ${"[".repeat(1e6)}${"]".repeat(1e6)}`), 1, /200/)),
  heavy(
    yaml(
      "20,000 tags and anchors without a value",
      () => more(`\n${lines(20_000, (i) => `  k${i}: !t${i} &a${i}`)}`),
      0,
    ),
  ),
  heavy(yaml("a scalar of 100 MB", () => more("a".repeat(100 * 1024 * 1024)), 2, /larger than 64 MB/)),
  heavy(yaml("a scalar of 60 MB", () => more("a".repeat(60 * 1024 * 1024)), 0)),
  heavy(yaml("a quoted text of 60 MB without an end", () => more(`"${"a".repeat(60 * 1024 * 1024)}`), 1)),
  heavy(yaml("a million keys", () => more(`\n${lines(1_000_000, (i) => `  k${i}: ${i}`)}`), 1, crowded)),
  yaml("250,001 keys", () => more(`\n${lines(250_001, (i) => `  k${i}: ${i}`)}`), 1, crowded),
  yaml("250,001 keys in one line", () => more(`{ ${range(250_001).map((i) => `k${i}: ${i}`)} }`), 1, crowded),
  yaml("250,001 keys, two in a line", () => more(`{\n${twoInLine(250_001)}}`), 0),
  yaml("250,001 items", () => more(`\n${lines(250_001, (i) => `- ${i}`)}`), 1, crowded),
  yaml("100,000 keys of 1,000 maps", () => more(`\n${lines(100_000, keyOfMaps)}`), 0),
  yaml("a text of 150,000 lines", () => more(`|\n${lines(300_000, () => "  a line, and another,  of prose")}`), 0),
  yaml("a quoted text of 150,000 commas", () => more(`"${"[a, b".repeat(150_000)}"`), 0),
  json("250,001 keys in JSON", () => plainJson(`"x": {${range(250_001).map((i) => `"k${i}":${i}`)}}`), 1, crowded),
  json("100,000 keys in JSON", () => plainJson(`"x": {${range(100_000).map((i) => `"k${i}":${i}`)}}`), 0),
  json(
    "250,003 items in JSON, in lines",
    () => plainJson(`"x": [\n${lines(250_002, (i) => `  ${i},`)}\n 0]`),
    1,
    crowded,
  ),
  heavy(json("twelve million items", () => plainJson(`"x": [${"0,".repeat(12e6)}0]`), 1, /more than 5 million values/)),
  heavy(yaml("twelve million items in YAML", () => more(`[${"0,".repeat(12e6)}0]`), 1, /more than 5 million values/)),
  heavy(
    json(
      "twelve million empty lists",
      () => plainJson(`"x": [${"[],".repeat(12e6)}0]`),
      1,
      /more than 5 million values/,
    ),
  ),
  heavy(yaml("thirty million line ends", () => more(`\n${"\n".repeat(30e6)}  a: 1`), 0)),
  heavy(yaml("30 MB of `- `, item by item", () => more(`\n${"  -\n".repeat(7e6)}`), 1, /more than 5 million values/)),
  heavy(yaml("40,000 aliases, each of the one before", () => more(`\n${steps(40_000)}`), 1, /200 levels/)),
  heavy(yaml("300,000 aliases, each of the one before", () => more(`\n${steps(300_000)}`), 1, /100,000 anchors/)),
  heavy(yaml("three documents of 20 MB", () => `${more("a".repeat(20e6))}---\n`.repeat(3), 1, /more than one YAML/)),
  heavy(yaml("20 MB and an alias bomb", () => more(`\n  t: ${"a".repeat(20e6)}\n${bomb(9, 10)}`), 1, /million values/)),
  heavy(yaml("20 MB and a key twice", () => more(`\n  t: ${"a".repeat(20e6)}\n  t: 2`), 1)),
  heavy(
    yaml(
      "more than 100,000 operations",
      () => `${head}paths:\n${lines(50_001, (i) => `  /p${i}: { get: {}, put: {} }`)}\n`,
      1,
      /100002 operations/,
    ),
  ),
  yaml("!!omap of 10,000", () => more(`!!omap\n${lines(10_000, (i) => `  - k${i}: 1`)}`), 1, /`!!omap` makes a value/),
  yaml("!!binary", () => more("!!binary aGVsbG8="), 1, /`!!binary` makes a value/),
  yaml("!!set", () => more("!!set { a, b }"), 1, /`!!set` makes a value/),
  yaml("!!timestamp", () => more("!!timestamp 2001-12-14"), 1, /`!!timestamp` makes a value/),
  yaml("a tag of JavaScript", () => more("!!js/function 'function () { process.exit(7) }'"), 0),
  yaml("a tag of Python", () => more("!!python/object/apply:os.system ['exit 7']"), 0),
  yaml("a tag of nobody", () => more("!secret { a: 1 }"), 0),
];

/** Keys that stand twice, bytes that are no text, and files that hold no document. */
const broken: readonly HostileDocument[] = [
  yaml("a key twice", () => more("{ a: 1, a: 2 }"), 1, /`a` stands twice/),
  yaml("404 and '404'", () => more('{ 404: 1, "404": 2 }'), 1, /`404` stands twice/),
  yaml("`__proto__` twice", () => more("{ __proto__: 1, __proto__: 2 }"), 1, /`__proto__` stands twice/),
  yaml("null and '' and ~ as keys", () => more('{ null: 1, ~: 2, "null": 3 }'), 1, /stands twice/),
  json("a key twice in JSON", () => plainJson('"x": {"a": 1, "\\u0061": 2}'), 1, /`a` stands twice/),
  json("`__proto__` twice in JSON", () => plainJson('"x": {"__proto__": {}, "__proto__": {}}'), 1, /stands twice/),
  yaml("a byte order mark", () => `\ufeff${plain}`, 0),
  yaml("UTF-16, little end first", () => Buffer.from(`\ufeff${plain}`, "utf16le"), 0),
  yaml("UTF-16, big end first", () => Buffer.from(`\ufeff${plain}`, "utf16le").swap16(), 0),
  yaml("latin-1", () => Buffer.from(more("é"), "latin1"), 2, /not UTF-8/),
  yaml("bytes that are no UTF-8", () => Buffer.concat([Buffer.from(plain), Buffer.from([0xc0, 0x80])]), 2, /not UTF-8/),
  yaml("a surrogate in UTF-8", () => Buffer.concat([Buffer.from(plain), Buffer.from([0xed, 0xa0, 0x80])]), 2, /UTF-8/),
  yaml("NUL", () => more('"a\0b"'), 0),
  yaml("NUL as an escape", () => more('"a\\0b"'), 0),
  yaml("carriage returns and line feeds", () => plain.replaceAll("\n", "\r\n"), 0),
  yaml("carriage returns alone", () => plain.replaceAll("\n", "\r"), 0),
  yaml("no line end at the end", () => plain.trimEnd(), 0),
  yaml("JSON in a file called .yaml", () => `${plainJson('"x": 1')}`, 0),
  yaml("nothing", () => "", 1, /holds no map/),
  yaml("spaces and comments", () => "  \n# nothing\n\n", 1, /holds no map/),
  yaml("null", () => "null", 1, /holds no map/),
  yaml("a list", () => "[]", 1, /holds no map/),
  yaml("a text", () => '"x"', 1, /holds no map/),
  yaml("three documents", () => `${plain}---\n${plain}---\n${plain}`, 1, /more than one YAML document/),
  yaml("a document behind a directive", () => `%YAML 1.2\n---\n${plain}...\n`, 0),
  yaml("a directive of a version to come", () => `%YAML 3.0\n---\n${plain}`, 0),
  json("JSON with a comment", () => `// no\n${plainJson('"x": 1')}`, 1),
  ...["2.0", "3.0.99", "3.1.0", "3.2.0", "4.0", "3.10", "3", "", "latest"].map((version) =>
    yaml(
      `openapi: "${version}"`,
      () => plain.replace("3.1.0", `"${version}"`),
      /^3\.[0-2](\.|$)/.test(version) ? 0 : 1,
    ),
  ),
  ...["3.1", "null", "[3]", "{}", "true"].map((version) =>
    yaml(`openapi: ${version}`, () => plain.replace("3.1.0", version), 1, /version is no text/),
  ),
  yaml("no openapi", () => plain.replace(/^.*\n/, ""), 1, /no `openapi` says/),
  yaml("swagger", () => plain.replace("openapi: 3.1.0", "swagger: '2.0'"), 1, /Swagger 2\.0/),
  ...["null", "7", "[]", '"x"', "[[[]]]"].flatMap((value) => [
    yaml(`paths: ${value}`, () => `${head}paths: ${value}\n`, 0),
    yaml(`info: ${value}`, () => plain.replace(/^info:.*$/m, `info: ${value}`), 0),
    yaml(`components: ${value}`, () => plain.replace("components: {}", `components: ${value}`), 0),
    yaml(`responses: ${value}`, () => shop(value), 0),
    yaml(`content: ${value}`, () => shop(`{ "404": { description: No., content: ${value} } }`), 0),
    yaml(`schema: ${value}`, () => shop(failing(value)), 0),
    yaml(`properties: ${value}`, () => shop(failing(`{ type: object, properties: ${value} }`)), 0),
    yaml(`enum: ${value}`, () => shop(failing(`{ properties: { code: { enum: ${value} } } }`)), 0),
    yaml(`allOf: ${value}`, () => shop(failing(`{ allOf: ${value}, oneOf: ${value}, anyOf: ${value} }`)), 0),
    yaml(`x-error-contract: ${value}`, () => `${plain}x-error-contract: ${value}\n`, 1),
  ]),
];

export const hostileDocuments: readonly HostileDocument[] = [...endless, ...broken];

function lines(count: number, line: (index: number) => string): string {
  return range(count).map(line).join("\n");
}

/** Each list holds the one before it many times. */
function bomb(levels: number, width: number): string {
  return lines(levels, (level) => {
    const items = level === 0 ? "x" : `*a${level - 1}`;
    return `  a${level}: &a${level} [${range(width).map(() => items)}]`;
  });
}

function merges(count: number): string {
  return lines(count, (index) =>
    index === 0 ? "  m0: &m0 { k0: 0 }" : `  m${index}: &m${index} { <<: *m${index - 1}, k${index}: ${index} }`,
  );
}

function blocks(levels: number): string {
  return lines(levels, (level) => `${" ".repeat(level + 1)}k:`);
}

function steps(count: number): string {
  return lines(count, (index) => `  s${index}: &s${index} [${index === 0 ? "x" : `*s${index - 1}`}]`);
}
