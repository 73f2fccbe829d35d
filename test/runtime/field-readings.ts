import type { Reading } from "./reading.js";

type Path = readonly (string | number)[];

/** Field errors that all say `is bad`, and where they are found. */
function says(name: string, errors: unknown, ...found: readonly Path[]): Reading {
  return {
    name: `field errors: ${name}`,
    contract: { envelopes: [{ code: "/code", message: "/message", fields: "/errors" }] },
    body: { code: "gone", message: "m", errors },
    expect: { message: "m", fields: found.map((path) => ({ path, message: "is bad" })) },
  };
}

const bad = "is bad";
const item = (field: string) => ({ field, message: bad });
const nothing = (count: number) => Array.from({ length: count }, () => null);
const steps = (count: number, step: string | number = "a") => Array.from({ length: count }, () => step);
/** What is made of it so many times. */
const times = (count: number, wrap: (inner: unknown) => unknown, inner: unknown) =>
  Array.from({ length: count }).reduce((value) => wrap(value), inner);

const maps: readonly Reading[] = [
  says("fields called as lists of items are", { details: [bad] }, ["details"]),
  says("fields called as what says something is", { message: bad, a: bad }, ["message"], ["a"]),
  says("fields called as what may name another thing is", { name: bad, message: bad }, ["name"], ["message"]),
  says("fields called as what names one is, beside no text", { field: bad, code: bad }, ["field"], ["code"]),
  says("a field called as what holds the texts of a tree", { errors: [bad] }, ["errors"]),
  says("fields below one, called as a code is", { a: { code: bad, b: bad } }, ["a", "code"], ["a", "b"]),
  says("fields below one, called as lists are", { a: { details: [bad] } }, ["a", "details"]),
  says("items below a field that says nothing itself", { a: { errors: [item("b")] } }, ["a", "b"]),
  says("items that repeat the name that they stand under", { a: [item("a"), item("b")] }, ["a"], ["a", "b"]),
  says("items that repeat it in steps", { "a.b": [{ path: ["a", "b"], message: bad }] }, ["a.b"]),
  says("items below a field, by what may name another thing", { a: [{ name: "x", message: bad }] }, ["a"]),
  says(
    "items below a field, by what is no text in a map",
    {
      a: [
        { code: "x", detail: bad },
        { reason: bad, n: 1 },
      ],
    },
    ["a"],
    ["a"],
  ),
  says("what is about nothing, below a field", { a: [{ n: 1, m: 2 }] }),
  says("maps in a list below a field, by their place", { list: [{ url: [bad] }] }, ["list", 0, "url"]),
  says("maps in a list that are none of items", { details: [{ a: bad }] }, ["details", 0, "a"]),
  says(
    "what is about all of a map",
    { _errors: [{ code: "x", message: bad }], a: { _errors: [{ message: bad }] } },
    [],
    ["a"],
  ),
  says("a map in a list that holds something else too", [{ a: [bad], b: 1 }]),
  says("a map in a list of something else alone", [{ a: 1 }, { a: null }]),
  says("a text that is empty", { a: "", b: bad }, ["b"]),
  says("a text beside an error that is a code", { a: [{ description: bad, error: "Duplicate" }] }, ["a"]),
  says("an error without a text beside it", { a: [{ error: bad, count: 3 }] }, ["a"]),
  says("a list of texts that is called msg", { "obj.a": [{ msg: [bad], args: [] }] }, ["obj.a"]),
];

const trees: readonly Reading[] = [
  says(
    "a tree, with something beside it",
    { errors: [bad], properties: { a: { errors: [bad] } }, x: bad },
    ["errors"],
    ["properties", "a"],
    ["x"],
  ),
  says(
    "a form, with nodes below its children",
    { errors: [bad], children: { a: { errors: [bad], children: { b: { errors: [bad] } } }, c: [], d: {} } },
    [],
    ["a"],
    ["a", "b"],
  ),
  says("a form without texts of its own", { children: { a: { errors: [bad] } } }, ["a"]),
  says("a form with a node that is none", { children: { a: { x: bad } } }, ["children", "a", "x"]),
  says("a form with a list for a node", { children: { a: [bad] } }, ["children", "a"]),
  says("a form with something beside it", { children: { a: { errors: [bad] } }, x: bad }, ["children", "a"], ["x"]),
  says("a form without nodes", { children: bad, errors: [bad] }, ["children"], ["errors"]),
  says("a tree without a list of texts", { errors: bad, properties: { a: bad } }, ["errors"], ["properties", "a"]),
  says("a tree with a node that is none", { errors: [], properties: { a: { errors: bad }, b: { errors: [bad] } } }, [
    "b",
  ]),
];

const items: readonly Reading[] = [
  says(
    "items with a location of dots",
    [
      { location: "body.a", message: bad },
      { location: "body", message: bad },
    ],
    ["body.a"],
  ),
  says("an item that is about several", [{ fields: ["a", "/b/0"], message: [bad, "is odd"] }], ["a"], ["b", "0"]),
  says("an item that names one, beside a list of several", [{ field: "a", fields: ["b"], message: bad }], ["a"]),
  says("an item that is about several, below a field", { x: [{ fields: ["a"], message: bad }] }, ["x", "a"]),
  says("an item that is about none of several", [{ fields: [], message: bad }, item("a")], ["a"]),
  says("an item that is about several, and says nothing", [{ fields: [bad] }, item("a")], ["fields"], ["a"]),
  says(
    "an item with details that are a text, or hold no text",
    [
      { field: "a", details: { text: "", title: bad }, code: bad },
      { field: "b", source: { details: { text: "is odd" } }, code: bad },
    ],
    ["a"],
    ["b"],
  ),
  says("items beside what is none", { errors: [item("a"), { x: 1 }], x: 1 }, ["a"]),
  says(
    "children of one that says something",
    [{ property: "a", constraints: { x: bad }, children: [{ property: "b", constraints: { x: bad } }] }],
    ["a"],
    ["a", "b"],
  ),
  says("a member that is null, before one of its name", [{ field: null, Field: "a", message: bad }], ["a"]),
  says("the members of something that is no source", [{ meta: { pointer: "/a" }, message: bad }]),
  says("the source of a source", [{ source: { source: { pointer: "/a" } }, message: bad }]),
  says("an empty text, before another", [{ field: "a", message: "", detail: bad }], ["a"]),
  says("an object in the place of a text", [{ field: "a", message: { x: bad } }]),
  says("a pointer with what begins a fragment", [item("/a#/b")], ["a#", "b"]),
  says("a fragment with escapes, those of the pointer too", [item("#/a~1b/c%20d/%C3%A9")], ["a/b", "c d", "é"]),
  says("a fragment with what is no escape", [item("#/100%"), item("#/%C3%28")], ["100%"], ["%C3%28"]),
  says("a pointer with escapes of URIs, which is no fragment", [item("/c%20d")], ["c%20d"]),
  says("a name with joints", [{ [`field${"_".repeat(19)}`]: "a", message: bad }], ["a"]),
  says("a name that is too long", [{ [`field${"_".repeat(20)}`]: "a", message: bad }]),
  says("a name that begins with a joint", [{ _field: "a", message: bad }]),
  says("a name that ends in something else", [{ field1: "a", message: bad }]),
];

const tree = (inner: unknown) => ({ errors: [{ message: bad }], properties: { a: inner } });
const listTree = (inner: unknown) => ({ errors: [{ message: bad }], items: [inner] });
const child = (inner: unknown) => ({ ...item("a"), children: [inner] });
const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, 1]));
const nodes = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, null]));
const level = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** How much is looked at, to the one: the same in every language. */
const bounds: readonly Reading[] = [
  says(
    "a tree of more levels than are looked at",
    times(12, tree, { errors: [{ message: bad }] }),
    ...level(10).map((count) => steps(count)),
  ),
  says(
    "a tree of lists of as many",
    times(12, listTree, { errors: [{ message: bad }] }),
    ...level(10).map((count) => steps(count, 0)),
  ),
  says(
    "maps as deep as is looked at",
    times(10, (a) => ({ a }), bad),
    steps(10),
  ),
  says(
    "maps that are deeper",
    times(11, (a) => ({ a }), bad),
  ),
  says(
    "lists as deep as is looked at",
    times(10, (inner) => [inner], bad),
    [],
  ),
  says(
    "lists that are deeper",
    times(11, (inner) => [inner], bad),
  ),
  says(
    "lists of maps as deep as is looked at",
    times(5, (a) => [{ a }], bad),
    ["a", ...Array.from({ length: 4 }, () => [0, "a"]).flat()],
  ),
  says(
    "lists of maps that are deeper",
    times(6, (a) => [{ a }], bad),
  ),
  says(
    "children of more levels than are looked at",
    [times(13, child, item("a"))],
    ...level(11).map((count) => steps(count)),
  ),
  says("as many values as are looked at, and one more", [...nothing(4999), ...["a", "b", "c"].map(item)], ["a"], ["b"]),
  says("as many texts as are looked at, and one more", [...nothing(4999), bad, bad], []),
  says("a text where no more is looked at", [...nothing(4999), item("a"), bad], ["a"]),
  says(
    "as many nodes as are looked at",
    { errors: [], properties: { ...nodes(9997), a: { errors: [{ message: bad }] } } },
    ["a"],
  ),
  says("a node where no more is looked at", {
    errors: [],
    properties: { ...nodes(9998), a: { errors: [{ message: bad }] } },
  }),
  says("a map left empty beyond what is looked at", [{ a: bad }, ...nothing(9999), {}], ["a"]),
  says("an item among as many as are looked at", { details: [...nothing(99), item("a")] }, ["a"]),
  says("an item beyond them", { details: [...nothing(100), item("a")] }, ["details", "a"]),
  says("an item in a list among as many", { details: [[...nothing(99), item("a")]] }, ["a"]),
  says("an item in a list beyond them", { details: [[...nothing(100), item("a")]] }, ["details", "a"]),
  says("members of an item as many as are looked at", [{ ...members(98), ...item("a") }], ["a"]),
  says("a member of an item beyond them", [{ ...members(99), ...item("a") }]),
];

export const fieldReadings: readonly Reading[] = [...maps, ...trees, ...items, ...bounds];
