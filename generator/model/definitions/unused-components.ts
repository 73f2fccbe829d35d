import { codeWithoutResponse, errorWithoutCode, responseWithoutOperation } from "../../problem/contract.js";
import type { Problem } from "../../problem/problem.js";
import { problemAtKey } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, members, type Node } from "../../read/source.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { Settings } from "../document/settings.js";
import { codesOf } from "./codes-of-schema.js";
import { extensionOf, ownCode, pointersOf } from "./definition.js";
import { isRetired } from "./tombstones.js";

/** A component that no response leads to: listed all the same where it tells its status itself. */
export function unusedSchema(name: string, schema: Node, settings: Settings, follow: Sources["follow"]) {
  const found = codesOf(schema, settings.envelopes, follow);
  if (!found || found.codes.length === 0)
    return {
      definitions: [],
      problems: [problemAtKey(child(schema, "x-error"), errorWithoutCode(name, codePointers(settings)))],
    };
  const pointers = pointersOf(found.envelope);
  const own = ownCode(found.codes);
  const definitions = found.codes.map(({ holder, about = schema, ...said }) => {
    const extension = extensionOf(about, schema, follow(holder), said.code);
    const base = { wire: true, isOwn: said.code === own || about !== schema, node: schema, about, extension };
    return { ...said, ...base, envelope: found.envelope, pointers, responses: [] };
  });
  // What is sent no more needs no answer that gives it.
  const lost = definitions.filter(
    (definition) => child(definition.extension, "status").value === undefined && !isRetired(definition),
  );
  const problems = lost.map(({ code, extension }) => problemAtKey(extension, codeWithoutResponse(code, undefined)));
  return { definitions, problems };
}

export function unusedResponses(document: Node, responses: readonly ErrorResponse[]): Problem[] {
  const used = new Set(responses.map(({ response }) => identity(response.node)));
  return members(child(document, "components", "responses"))
    .filter(([, response]) => child(response, "x-error").value !== undefined && !used.has(identity(response)))
    .map(([name, response]) => problemAtKey(child(response, "x-error"), responseWithoutOperation(name)));
}

function codePointers({ envelopes }: Settings): string[] {
  return envelopes.flatMap(({ code }) => code ?? []);
}
