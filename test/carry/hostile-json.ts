/** What may come out of a queue or a log in the place of an error of MoMail. */
export const hostileJson: readonly unknown[] = [
  ...[
    null,
    42,
    1.5,
    true,
    "text",
    "",
    [],
    [{ api: "momail" }],
    {},
    { api: null },
    { api: "themes", code: "NOT_FOUND" },
  ],
  ...[JSON.parse('{"toString":1}'), ["x"], null, 7, -1, 1.5, 1e300, true, "", "x", {}, []].map((value) =>
    withAll(value),
  ),
  ...[{ status: 404.0 }, { status: "404" }, { status: -404 }, { status: 2 ** 60 }, { status: 404.5 }].map(of),
  ...[{ retryAfter: -1 }, { retryAfter: 0.5 }, { retryAfter: "30" }, { retry_after: 30, request_id: null }].map(of),
  ...["__proto__", "constructor", "toString", "c".repeat(5000), `${"c".repeat(1999)}😀`, "\ud800", "\u001b[2J"].map(
    (code) => of({ code, listed: true, closest: code }),
  ),
  of({ code: "NOT_FOUND", listed: true, closest: "CONFLICT" }),
  of({ code: "NOT_FOUND", listed: false, closest: "CONFLICT" }),
  of({ code: "NOT_FOUND", listed: 1, closest: "toString" }),
  of({ code: 404, message: 1e21 }),
  ...["quota", "toString", "__proto__", "QUOTA"].map((category) => of({ category })),
  of({ details: nested(64) }),
  of({ details: nested(66) }),
  of({ details: nested(700) }),
  of({ details: JSON.parse('{"__proto__":{"a":1},"1":2,"0":3}') }),
  of({ fields: [null, 1, "x", [], {}, { path: [] }, { message: "m" }, { path: "a", message: "m" }] }),
  of({
    fields: [
      { path: ["a", 0, 1.5], message: "m", more: 1 },
      { path: [null], message: "m" },
    ],
  }),
  of({ fields: { 0: { path: [], message: "m" }, length: 1 } }),
  of({ deviations: [null, { pointer: "" }, { pointer: "", expected: "a", found: "b", more: 1 }] }),
  of({ request: { method: "GET", url: "https://h/p", more: 1 } }),
  ...["GET", [], {}, { method: 1, url: null }, { url: ["x"] }].map((request) => of({ request })),
  // As each language writes what is not there, and a name of the other language beside its own.
  of({ details: null, requestId: null, retryAfter: null, request: null, operation: null }),
  of({ details: null, request_id: "r", retry_after: 5, requestId: "other", retryAfter: 9 }),
];

function of(members: object): unknown {
  return { api: "momail", code: "GONE", listed: false, status: 404, message: "m", ...members };
}

function withAll(value: unknown): unknown {
  const members = ["code", "status", "message", "details", "fields", "closest", "listed", "deviations", "category"];
  const more = ["requestId", "retryAfter", "request", "operation"];
  return { ...Object.fromEntries([...members, ...more].map((name) => [name, value])), api: "momail" };
}

function nested(depth: number): unknown {
  return JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
}
