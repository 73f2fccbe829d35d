import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, items, members, type Node, pointerOf, pointerText } from "../../read/source.js";
import { codeIn } from "../../runtime/coded-item.js";
import { chooseEnvelope } from "../../runtime/envelope.js";
import { coversStatus } from "../../runtime/status.js";
import type { Example } from "../contract.js";
import { type Definition, preciseKeysOf, statedStatus } from "../definitions/definition.js";
import { branchesOf } from "../document/alternatives.js";
import { canonical } from "../document/canonical.js";
import { isRange, type MediaNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { type NamedBody, namedBodies, shownBody, singleBody } from "../document/shown-body.js";
import { barePartOf } from "../document/told-part.js";
import type { Branch } from "./branches.js";
import { type ErrorResponse, statusOnlyCode } from "./error-responses.js";
import { codeInHeaders, shownHeaders } from "./shown-headers.js";

/** An example body under a response, and the error that it shows. */
export interface ExampleNode extends Example {
  /** Where it stands in the document. */
  readonly node: Node;
  /** What it has to be valid against; undefined where nothing says. */
  readonly mediaSchema: Node | undefined;
  readonly response: ErrorResponse;
  /** The code of the error it belongs to; undefined where the response gives no such error. */
  readonly owner: string | undefined;
}

/** Every example of an error response; an answer without a body is one too. */
export function readExamples(
  responses: readonly ErrorResponse[],
  definitions: readonly Definition[],
  settings: Settings,
  follow: Sources["follow"],
): ExampleNode[] {
  const stated = new Map(definitions.map((definition) => [definition.code, toldStatuses(definition)]));
  // A response that many operations share is read once for each status it has.
  const distinct = new Map(
    responses.map((response) => [`${response.response.key} ${identity(response.response.node)}`, response]),
  );
  const keys = new Set(responses.map(({ response }) => response.key));
  return [...distinct.values()].flatMap((response): ExampleNode[] => {
    const { node, key, media } = response.response;
    const usual = statusOf(key, keys);
    const codes = codeSet(response.codes);
    const shownIn = shownHeaders(node, codes, settings, follow);
    if (media.length === 0)
      return shownIn.coded.map((headers, index) => ({
        name: nameOf("empty", index),
        summary: undefined,
        description: undefined,
        node,
        response,
        status: usual,
        headers,
        body: undefined,
        schema: undefined,
        mediaSchema: undefined,
        owner: codeInHeaders(headers, codes, settings) ?? statusOnlyCode(key),
      }));
    return media.flatMap((one) =>
      bodiesOf(one, branchesOf(one.schema, follow), follow).flatMap(({ name, summary, description, node: example }) => {
        const shown = canonical(example.value);
        const inBody = codeOf(shown, settings);
        const own = shownIn.named.get(name);
        const all = inBody === undefined ? (own ? [own] : shownIn.coded) : [shownIn.usual];
        return all.map((headers, index) => {
          const owner = ownerOf(inBody ?? codeInHeaders(headers, codes, settings), response);
          return {
            name: nameOf(name, index),
            summary,
            description,
            node: example,
            response,
            status: (isRange(key) && stated.get(owner ?? "")?.find((status) => coversStatus([key], status))) || usual,
            headers: { "Content-Type": one.type, ...headers },
            body: shown,
            schema: alternativeOf(shown, response, settings),
            mediaSchema: one.schema.value === undefined ? undefined : one.schema,
            owner,
          };
        });
      }),
    );
  });
}

/** The statuses that are stated for an error below a range. */
function toldStatuses(definition: Definition): number[] {
  const stated = statedStatus(definition);
  return stated === undefined
    ? preciseKeysOf(definition)
        .filter((key) => !isRange(key))
        .map(Number)
    : [stated];
}

/** The names of the headers that a response declares. */
export function headerNames(response: Node): string[] {
  return members(child(response, "headers")).map(([name]) => name);
}

/** Those of them that are always there. */
export function requiredHeaderNames(response: Node, follow: Sources["follow"]): string[] {
  return members(child(response, "headers")).flatMap(([name, header]) =>
    child(follow(header), "required").value === true ? [name] : [],
  );
}

/** A status for an example of a range or of `default`: the first that no other key of the document stands for. */
function statusOf(key: string, keys: ReadonlySet<string>): number {
  if (/^\d+$/.test(key)) return Number(key);
  const ranges = key === "default" ? [5, 4, 3].filter((range) => !keys.has(`${range}XX`)) : [Number(key[0])];
  for (const range of ranges)
    for (let status = range * 100; status < (range + 1) * 100; status += 1)
      if (!keys.has(String(status))) return status;
  return 500;
}

/** Every body that a media type shows: its named examples, its single one, and those of its schema's alternatives. */
function bodiesOf(media: MediaNode, alternatives: readonly Node[], follow: Sources["follow"]): NamedBody[] {
  const shown = alternatives.map((schema) => barePartOf(schema, follow));
  const samples = shown.flatMap((schema) => [child(schema, "example"), ...items(child(schema, "examples"))]);
  const unnamed = [singleBody(media, follow) ?? [], samples]
    .flat()
    .filter(({ value }) => value !== undefined)
    .map((node, index) => ({
      name: index === 0 ? "example" : `example_${index + 1}`,
      summary: undefined,
      description: undefined,
      node: shownBody(node, media, follow),
    }));
  return [...namedBodies(media, follow), ...unnamed];
}

/** The alternative whose envelope the body has, and whose code where it lists any. */
function alternativeOf(body: unknown, { branches }: ErrorResponse, { envelopes }: Settings): string | undefined {
  const chosen = chooseEnvelope(body, envelopes);
  const code = chosen && codeIn(body, chosen);
  const listing = (listed: string | undefined) =>
    byListedCode(branches)
      .get(listed)
      ?.find(({ found }) => found?.envelope === chosen);
  const branch = (code === undefined ? undefined : listing(code)) ?? listing(undefined);
  return branch && pointerText(pointerOf(branch.schema));
}

/** Alternatives by the codes that they list; under `undefined` those that list none. */
const byListedCode = onceFor((branches: readonly Branch[]) => {
  const byCode = new Map<string | undefined, Branch[]>();
  for (const branch of branches.filter(({ found }) => found !== undefined)) {
    const codes = branch.found?.codes.map(({ code }) => code) ?? [];
    for (const code of codes.length === 0 ? [undefined] : codes)
      if (!byCode.get(code)?.push(branch)) byCode.set(code, [branch]);
  }
  return byCode;
});

const codeSet = onceFor((codes: readonly string[]) => new Set(codes));

/** The error that a stated code is of in a response; undefined where it gives no such error. */
function ownerOf(stated: string | undefined, response: ErrorResponse): string | undefined {
  if (stated !== undefined && codeSet(response.codes).has(stated)) return stated;
  return response.statusOnly ? statusOnlyCode(response.response.key) : undefined;
}

function codeOf(body: unknown, { envelopes }: Settings): string | undefined {
  return envelopes.map((envelope) => codeIn(body, envelope)).find((code) => code !== undefined);
}

function nameOf(name: string, index: number): string {
  return index === 0 ? name : `${name}_${index + 1}`;
}
