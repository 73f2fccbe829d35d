import { child, type Node } from "../../read/source.js";
import type { FoundCode } from "../definitions/codes.js";

/** Names in snake case, marked as code or in bold: `card_declined`, **CARD_DECLINED**. */
const named = /(?:`|\*\*)"?([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"?(?:`|\*\*)/g;

/** Codes that the description of a response only mentions. */
export function proseCodes(response: Node): FoundCode[] {
  const holder = child(response, "description");
  const text = typeof holder.value === "string" ? holder.value : "";
  return [...text.matchAll(named)].map(([, code = ""]) => ({ code, wireType: "string", evidence: "prose", holder }));
}
