import fc from "fast-check";
import { naughtyTexts } from "../hostile/naughty.js";

/** The names that one document gives: what it makes of them has to have names of its own. */
export interface Names {
  readonly id: string;
  readonly codes: readonly string[];
  readonly operationIds: readonly string[];
  readonly groups: readonly string[];
  readonly schemas: readonly string[];
}

/** Words that a language, an object, a file system or the generated files themselves know. */
const known = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "valueOf", "__defineGetter__"],
  ...["error", "errors", "object", "promise", "name", "message", "stack", "cause", "default", "class", "await", "new"],
  ...[
    "none",
    "true",
    "self",
    "async",
    "exception",
    "base_exception",
    "import",
    "lambda",
    "__init__",
    "__class__",
    "mro",
  ],
  ...["con", "nul", "aux.ts", "com1", "lpt9.x", "index", "x.", "..", ".git", "a/b", "c:x", "%2e%2e"],
  ...[
    "api_error",
    "error_code",
    "error_info",
    "listed_error",
    "unlisted",
    "unlisted_error",
    "operation_errors",
    "match",
  ],
  ...[
    "operation_id",
    "error_of",
    "parse_error",
    "is_error",
    "classified",
    "details",
    "any_names_error",
    "names",
    "final",
  ],
  ...[
    "typed_dict",
    "mapping",
    "literal",
    "contract",
    "with_retry",
    "from_json",
    "http_400",
    "http_default",
    "value_error",
  ],
  ...[
    "arguments",
    "eval",
    "undefined",
    "nan",
    "infinity",
    "length",
    "caller",
    "apply",
    "bind",
    "call",
    "make",
    "options",
  ],
];
const letters = fc.string({ unit: fc.constantFrom(..."abAB12xyzXYZ"), minLength: 1, maxLength: 3 });
const word = fc.oneof(
  fc.constantFrom("user", "not", "found", "a", "b2", "2", "42", "id", "k\u212a", "é", "e\u0301", "ﬁle"),
  letters,
);

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** Ways to write the same words, which generated names are made alike by. */
const styles: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join("_"),
  (words) => words.join("-"),
  (words) => words.join("_").toUpperCase(),
  (words) => words.map(upperFirst).join(""),
  (words) => words.map((each, index) => (index === 0 ? each : upperFirst(each))).join(""),
  (words) => words.join(" "),
  (words) => words.join("."),
  (words) => `${words.join("__")}_`,
  // Words of one letter each, which no capitals tell apart.
  (words) => [...words.join("")].join("_"),
  (words) => `urn:errors:${words.join("-")}`,
  (words) => words.join("_").normalize("NFKC"),
  (words) => `${words.join("_")}_error`,
  (words) => `${words.join("_")}_2`,
];

/** Codes of which several are the same words in another spelling. */
const alike = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.subarray([...styles], { minLength: 1, maxLength: 5 }))
  .map(([words, ways]) => ways.map((way) => way(words)));
const whole = fc.oneof(
  fc.constantFrom(...known, ...known.map(upperFirst), ...known.map((each) => each.toUpperCase())),
  fc.constantFrom(...naughtyTexts),
  fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
  fc.integer({ min: 1, max: 400 }).map((length) => "x".repeat(length)),
);
/** A code is a text that says something. */
const isCode = (text: string) => text.trim() !== "";

const anyNames = fc
  .tuple(fc.array(alike, { maxLength: 3 }), fc.array(whole, { maxLength: 6 }))
  .map(([families, others]) => [...new Set([...families.flat(), ...others])].filter(isCode))
  .filter((names) => names.length > 0);

export const anyDocumentNames: fc.Arbitrary<Names> = fc.record({
  id: fc.constantFrom("names", "error", "api", "listed", "unlisted", "value", "type", "x2"),
  codes: anyNames,
  operationIds: anyNames,
  groups: anyNames,
  // OpenAPI says what they are made of.
  schemas: anyNames
    .map((names) => [...new Set(names.map((name) => name.replace(/[^A-Za-z0-9._-]/g, "_")))])
    .filter((names) => names.length > 0),
});
