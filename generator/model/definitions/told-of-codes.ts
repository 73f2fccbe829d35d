import { onceFor } from "../../read/made-once.js";
import type { ErrorResponse } from "../answers/error-responses.js";

/** What the alternatives of an answer tell of a code, each once. */
interface Told {
  readonly statuses: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
}

const nothing: Told = { statuses: new Set(), texts: new Set() };

/** What the bodies of an answer tell of a code. */
export function toldOf(code: string, branches: ErrorResponse["branches"]): Told {
  return toldIn(branches).get(code) ?? nothing;
}

/** For all codes together: an answer of thousands of alternatives has thousands of codes, and each would ask all of them. */
const toldIn = onceFor((branches: ErrorResponse["branches"]): ReadonlyMap<string, Told> => {
  const told = new Map<string, { readonly statuses: Set<string>; readonly texts: Set<string> }>();
  const tell = (code: string, status: string | undefined, text: string | undefined) => {
    const known = told.get(code) ?? { statuses: new Set(), texts: new Set() };
    told.set(code, known);
    if (status !== undefined) known.statuses.add(status);
    if (text !== undefined) known.texts.add(text);
  };
  for (const { found, beside } of branches) {
    // Of a code that an alternative lists twice, the last tells.
    const said = new Map((found?.codes ?? []).map((entry) => [entry.code, entry.said?.status]));
    for (const [code, status] of said) if (status !== undefined) tell(code, status, undefined);
    for (const [code, { status, text }] of beside()) tell(code, status, text);
  }
  return told;
});
