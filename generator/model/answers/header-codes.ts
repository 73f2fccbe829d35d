import type { Sources } from "../../read/reader.js";
import { child, members } from "../../read/source.js";
import { allowedAt } from "../definitions/allowed-codes.js";
import { codeOf, type FoundCode, isCode } from "../definitions/codes.js";
import type { ResponseNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { samplesOf } from "../evidence/samples.js";
import { type Header, headersOf } from "../infer/header-roles.js";
import type { PlacedBranch } from "./declared-branches.js";

type Envelope = Settings["envelopes"][number];

/** The codes that the header of an envelope lists in a response: all lists that an answer may follow. */
export function codesInHeader(
  { node }: ResponseNode,
  { codeHeader }: Envelope,
  follow: Sources["follow"],
): (readonly FoundCode[])[] {
  const header = headersOf(node, follow).find(({ name }) => name.toLowerCase() === codeHeader?.toLowerCase());
  const listed = header && listedIn(header, follow);
  if (header === undefined || listed === undefined) return [none];
  // An answer without the header says no code.
  return child(header.node, "required").value === true ? [listed] : [listed, none];
}

const none: readonly FoundCode[] = [];

/** What the schema of a header lists, else what its examples show. */
function listedIn({ node, schema }: Header, follow: Sources["follow"]): readonly FoundCode[] | undefined {
  const listed = allowedAt(schema, [], follow);
  if (listed !== undefined) return listed;
  const named = members(child(node, "examples")).map(([, example]) => child(follow(example), "value"));
  const shown = [child(node, "example"), ...named, ...samplesOf(schema, follow)].flatMap((holder) =>
    isCode(holder.value) ? codeOf(holder.value, "response-example", holder) : [],
  );
  return shown.length > 0 ? shown : undefined;
}

/** An answer without a body, as one to HEAD, whose code stands in a header. */
export function bodilessBranches(
  response: ResponseNode,
  envelopes: readonly Envelope[],
  follow: Sources["follow"],
): PlacedBranch[] {
  if (response.media.length > 0) return [];
  const headers = headersOf(response.node, follow);
  return headers.flatMap((header) => {
    const { name, schema } = header;
    const envelope = envelopes.find(({ codeHeader }) => codeHeader?.toLowerCase() === name.toLowerCase());
    if (envelope === undefined || listedIn(header, follow) === undefined) return [];
    return [{ media: { type: "", node: response.node, schema }, schema, envelope, runnersUp: [] }];
  });
}
