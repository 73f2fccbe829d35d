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
  const [overlay, asyncapi, arazzo, format] = ["overlay", "asyncapi", "arazzo", "format"].map((key) =>
    child(document, key),
  );
  const version = (at: Node) => (typeof at.value === "string" ? ` ${at.value}` : "");
  const file = shellWord(document.source.file);
  if (overlay!.value !== undefined)
    return {
      at: overlay!,
      name: `an OpenAPI Overlay${version(overlay!)}`,
      fix: `name its document, and this file behind it: \`--overlay ${file}\``,
    };
  for (const [at, name] of [
    [asyncapi!, "AsyncAPI"],
    [arazzo!, "Arazzo"],
  ] as const)
    if (at.value !== undefined) return { at, name: `${name}${version(at)}`, fix: "name an OpenAPI document" };
  if (format!.value === 1 && Array.isArray(child(document, "errors").value))
    return { at: format!, name: "a contract that was generated", fix: "name the document that it was made from" };
  return undefined;
}
