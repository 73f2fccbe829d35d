import { misspeltName } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import { documentUnsupported } from "../problem/reading.js";
import { shellWord } from "../problem/shell.js";
import { problemAt, problemAtKey } from "../read/position.js";
import { child, members, type Node } from "../read/source.js";

/** Whether a document is of a version that is read. */
export function checkDocument(document: Node): Problem[] {
  const openapi = child(document, "openapi");
  const version = openapi.value;
  if (typeof version === "string" && /^3\.[0-2](\.|$)/.test(version)) return [];
  const swagger = child(document, "swagger");
  const convert = `convert it first: \`npx swagger2openapi --yaml --outfile openapi3.yaml ${shellWord(document.source.file)}\``;
  if (swagger.value !== undefined)
    return [problemAt(swagger, documentUnsupported(`Swagger ${swagger.value}`, convert))];
  const other = otherKind(document);
  if (version === undefined && other) return [problemAt(other.at, documentUnsupported(other.name, other.fix))];
  const [misspelt] = members(document).filter(([key]) => misspeltName(key, ["openapi"]) !== undefined);
  if (version === undefined && misspelt) {
    const [key, node] = misspelt;
    return [problemAtKey(node, documentUnsupported(`\`${key}\` says no version`, "write `openapi`"))];
  }
  if (version === undefined)
    return [problemAt(document, documentUnsupported("no `openapi` says the version", "begin with `openapi: 3.1.0`"))];
  if (typeof version === "string")
    return [problemAt(openapi, documentUnsupported(`OpenAPI ${version}`, "write it as OpenAPI 3.1"))];
  return [problemAt(openapi, documentUnsupported("the version is no text", "write `openapi: 3.1.0`"))];
}

/** What a file is that is no OpenAPI document, by the key that it begins with, and what to do about it. */
function otherKind(document: Node): { at: Node; name: string; fix: string } | undefined {
  const overlay = `name its document, and this file behind it: \`--overlay ${shellWord(document.source.file)}\``;
  for (const [key, name, fix] of [
    ["overlay", "an OpenAPI Overlay", overlay],
    ["asyncapi", "AsyncAPI", "name an OpenAPI document"],
    ["arazzo", "Arazzo", "name an OpenAPI document"],
  ] as const) {
    const at = child(document, key);
    if (at.value !== undefined) return { at, name: typeof at.value === "string" ? `${name} ${at.value}` : name, fix };
  }
  const format = child(document, "format");
  const isContract = format.value === 1 && Array.isArray(child(document, "errors").value);
  return isContract
    ? { at: format, name: "a contract that was generated", fix: "name the document that it was made from" }
    : undefined;
}
