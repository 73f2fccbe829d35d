import { envelopeNotFound } from "../../problem/contract.js";
import { exampleMissing, exampleOfAnotherError, exampleWithoutCode } from "../../problem/example.js";
import { nameRetired, nameUnknown, replacesItself } from "../../problem/names.js";
import type { Problem } from "../../problem/problem.js";
import { suggest } from "../../problem/suggest.js";
import { onceForEach } from "../../read/made-once.js";
import { positionOf, problemAt, problemAtKey } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, type Node, textAt } from "../../read/source.js";
import { codeIn } from "../../runtime/coded-item.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { ExampleNode } from "../answers/examples.js";
import { type Definition, placeOf } from "../definitions/definition.js";
import { isRetired } from "../definitions/tombstones.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { schemasOf } from "./envelope-problems.js";
import { nearestPointer } from "./nearest-pointer.js";

interface Findings {
  readonly settings: Settings;
  readonly responses: readonly ErrorResponse[];
  readonly definitions: readonly Definition[];
  readonly retired: readonly Definition[];
  readonly examples: readonly ExampleNode[];
}

/** What a prepared document promises about its errors and does not keep. */
export function checkConsistency(findings: Findings, { follow }: Sources): Problem[] {
  const { settings, responses, definitions, retired } = findings;
  const codes = new Set(definitions.map(({ code }) => code));
  const groups = new Set(settings.groups.map(({ name }) => name));
  const schemas = schemasOf(responses);
  const isFound = onceForEach((pointer: string) => {
    const at = tokensOf(pointer);
    return at.length === 0 || schemas.some((schema) => schemasAt(schema, at, follow).length > 0);
  });
  return [
    ...settings.closest.flatMap(({ as, node }) => unknown("error", child(node, "as"), as, codes, retired)),
    ...[...definitions, ...retired].flatMap(({ code, extension, said, about }) => {
      const group = child(extension, "group");
      const own = child(extension, "replacedBy");
      const replacedBy = own.value === undefined ? child(about, "replacedBy") : own;
      const successorSaid = own.value ?? said?.replacedBy;
      const fields = child(extension, "fields");
      const lost = typeof fields.value === "string" && !isFound(fields.value);
      return [
        ...(lost
          ? [
              problemAt(
                fields,
                envelopeNotFound(String(fields.value), nearestPointer(String(fields.value), schemas, follow)),
              ),
            ]
          : []),
        ...(groups.size > 0 ? unknown("group", group, group.value, groups) : []),
        ...(successorSaid === code
          ? [problemAt(replacedBy, replacesItself(code))]
          : unknown("code", replacedBy, successorSaid, codes, retired)),
      ];
    }),
    ...unknownEnvelopes(findings),
    ...exampleProblems(findings),
  ];
}

function unknownEnvelopes({ responses, settings: { envelopes } }: Findings): Problem[] {
  const names = new Set(envelopes.map(({ name }) => name));
  const holders = responses.flatMap(({ response, branches }) => [
    response.node,
    ...branches.map(({ schema }) => schema),
  ]);
  const named = [...new Set(holders)].map((holder) => child(holder, "x-error", "envelope"));
  return named.flatMap((node) => unknown("envelope", node, node.value, names));
}

function unknown(
  what: string,
  node: Node,
  name: unknown,
  known: ReadonlySet<string>,
  retired: readonly Definition[] = [],
): Problem[] {
  if (typeof name !== "string" || known.has(name)) return [];
  if (retired.some(({ code }) => code === name)) return [problemAt(node, nameRetired(name, successor(name, retired)))];
  return [problemAt(node, nameUnknown(what, name, [...known]))];
}

/** What took the place of a retired code, and is not retired itself; undefined where nothing did. */
function successor(name: string, retired: readonly Definition[]): string | undefined {
  const passed = new Set<string>();
  for (let at = name; !passed.has(at); ) {
    passed.add(at);
    const tombstone = retired.find(({ code }) => code === at);
    if (!tombstone) return at;
    at = textAt(tombstone.extension, "replacedBy") ?? tombstone.said?.replacedBy ?? at;
  }
  return undefined;
}

function exampleProblems({ settings, definitions, examples }: Findings): Problem[] {
  const strangers = examples.filter(({ owner }) => owner === undefined);
  const shown = new Set(examples.map(({ owner }) => owner));
  const puzzled = new Set(strangers.map(({ response }) => response));
  const bare = definitions
    .filter(({ code }) => !shown.has(code))
    // An error that no response gives has no place for an example; beside a stranger, the stranger is likely to be it.
    .filter(({ responses }) => responses.length > 0 && !responses.some((response) => puzzled.has(response)))
    // Of one that is given though it is retired, that is told, and no example is wanted.
    .filter((definition) => !isRetired(definition));
  return [...strangers.map((example) => strangerProblem(example, settings)), ...bare.map(missingExample)];
}

/** What only an extension of the same file lists may be another code of the same answer misspelt: it is shown there. */
function missingExample({ code, wire, node, evidence, holder, responses: [first] }: Definition): Problem {
  const place = placeOf(first!);
  const isListed = evidence === "extension" && holder && positionOf(holder).file === positionOf(node).file;
  const others = isListed ? first!.codes.filter((other) => other !== code) : [];
  const meant = suggest(code, others);
  const isBesideCodes = !wire && first!.codes.length > 0;
  return problemAt(meant === undefined ? node : holder!, exampleMissing(code, place, isBesideCodes, meant));
}

/** At the code that the example states, where it states one. */
function strangerProblem({ node, response }: ExampleNode, { envelopes }: Settings): Problem {
  for (const envelope of envelopes) {
    const code = codeIn(node.value, envelope);
    if (code !== undefined)
      return problemAt(child(node, ...tokensOf(envelope.code ?? "")), exampleOfAnotherError(code, response.codes));
  }
  return problemAtKey(node, exampleWithoutCode(response.codes));
}
