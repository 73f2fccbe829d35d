import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as momail from "../../generated/momail/index.js";
import { camelCased, type Parsed, pick } from "../python/compare-languages.js";
import { hostileAnswers } from "../python/hostile-answers.js";
import { askPython } from "../python/run-python.js";
import { everyError } from "../recipes/api.js";
import { apiIds, importApi, readVectors } from "../vectors/generated-apis.js";
import { hostileJson } from "./hostile-json.js";

type Json = Readonly<Record<string, unknown>>;
type Carrier = { fromJSON(json: unknown): Error & { toJSON(): Json } };

const members = ["api", "code", "listed", "status", "message", "details", "fields", "requestId", "retryAfter"].concat([
  "closest",
  "category",
  "operation",
  "request",
  "deviations",
]);
const throughJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));
/** Without the members that are null: Python writes null for what is not there. */
const stated = (value: unknown): Json => JSON.parse(JSON.stringify(value, (_, member) => member ?? undefined));
const revived = async (api: string, json: unknown) => ((await importApi(api)) as unknown as Carrier).fromJSON(json);

/** What Python's `from_dict` makes of each, as its `to_dict` says it. */
const inPython = (sent: readonly { readonly api: string; readonly data: unknown }[]) =>
  askPython<Json>("carry.py", sent);

test("an error that TypeScript sends is the same in Python, and again in TypeScript when Python sends it on", async () => {
  const sent: { readonly api: string; readonly data: Json }[] = [];
  for (const { id, make } of await everyError()) sent.push({ api: id, data: throughJson(make()) });
  for (const { api, status, headers, json, text, operation } of hostileAnswers) {
    const answer = { status, headers: headers as Record<string, string>, body: text ?? json };
    const error = (await importApi(api)).parseError(answer, operation === undefined ? {} : { operation });
    sent.push({ api, data: throughJson(error) });
  }
  for (const [i, received] of (await inPython(sent)).entries()) {
    const { api, data } = sent[i]!;
    assert.deepEqual(pick(camelCased(received), members), pick(data, members));
    const back = throughJson(await revived(api, received));
    assert.deepEqual(pick(back, [...members, "name"]), pick(data, [...members, "name"]));
  }
});

test("an error that Python sends is the same in TypeScript, and again in Python", async () => {
  const answers = apiIds.flatMap((api) =>
    readVectors(api).map(({ status, headers, body }) => ({ api, status, headers, json: body })),
  );
  const parsed = await askPython<Parsed>("parse.py", [...answers, { api: "momail", status: 418 }]);
  const received: { readonly api: string; readonly data: Json }[] = [];
  for (const { logged } of parsed) {
    const { api } = logged as { readonly api: string };
    received.push({ api, data: throughJson(await revived(api, logged)) });
    assert.deepEqual(pick(received.at(-1)!.data, members), pick(camelCased(logged as Json), members));
  }
  assert.deepEqual(
    await inPython(received),
    parsed.map(({ logged }) => logged),
  );
});

test("what is not the JSON of an error, in whole or in part, is the same error in both, without a throw", async () => {
  const found = await inPython(hostileJson.map((data) => ({ api: "momail", data })));
  for (const [i, json] of hostileJson.entries()) {
    const error = momail.fromJSON(json as never);
    assert.equal(typeof inspect(error), "string");
    assert.deepEqual(pick(camelCased(stated(found[i])), members), pick(stated(error), members), inspect(json));
    if (error.listed) assert.equal(error.closest, error.code);
  }
});

test("details nested deeper than the stack come back as none", () => {
  const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  const error = momail.fromJSON({ ...momail.parseError({ status: 404 }).toJSON(), details: deep });
  assert.deepEqual([error.details, error.status], [undefined, 404]);
});
