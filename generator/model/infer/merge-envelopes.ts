import type { Envelope as Pointers } from "../../runtime/contract.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { Body } from "./bodies.js";
import { isText } from "./message-place.js";
import type { Place } from "./places.js";

/** A group of bodies that look alike, and what was found about them. */
export interface Candidate {
  readonly pointers: Pointers;
  readonly places: readonly Place[];
  /** How many answers it stands for. */
  readonly weight: number;
  readonly runnersUp: readonly string[];
  readonly bodies: readonly Body[];
}

/** Candidates that say their error in the same place, as one envelope. */
export interface Merged {
  readonly pointers: Pointers;
  readonly members: readonly Candidate[];
}

const parts = ["message", "details", "requestId", "delay", "fields", "field"] as const;

/** As few envelopes as there are places of codes; of what else they say, each part as most answers say it. */
export function mergeEnvelopes(candidates: readonly Candidate[]): Merged[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { code, message, fields } = candidate.pointers;
    if (code === undefined && message === undefined && fields === undefined) continue;
    const key = code !== undefined ? `code ${code}` : message !== undefined ? `message ${message}` : `fields ${fields}`;
    if (!groups.get(key)?.push(candidate)) groups.set(key, [candidate]);
  }
  return [...groups.values()].map((members) => {
    const code = members[0]?.pointers.code;
    const rest = parts.map((part) => [part, mostUsed(members, part)] as const);
    const said = rest.filter(([, pointer]) => pointer !== undefined);
    return { pointers: { ...(code === undefined ? {} : { code }), ...Object.fromEntries(said) }, members };
  });
}

function mostUsed(members: readonly Candidate[], part: (typeof parts)[number]): string | undefined {
  const votes = new Map<string, number>();
  for (const { pointers, weight } of members) {
    const pointer = pointers[part];
    if (pointer !== undefined) votes.set(pointer, (votes.get(pointer) ?? 0) + weight);
  }
  return [...votes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0];
}

/** A body goes to the first envelope whose code it holds: one whose bodies also hold another's code has to come before it. */
export function inOrder(envelopes: readonly Merged[]): (Merged & { readonly name: string })[] {
  let left = [...envelopes].sort((a, b) => compare(sortKey(a), sortKey(b)));
  const ordered: (Merged & { readonly name: string })[] = [];
  while (left.length > 0) {
    const next = left.find((one) => left.every((other) => other === one || !takes(one, other))) ?? left[0]!;
    ordered.push({ ...next, name: freeName(nameOf(next), ordered) });
    left = left.filter((other) => other !== next);
  }
  return ordered;
}

/** Whether bodies of the other envelope hold what this one is told by. */
function takes(one: Merged, other: Merged): boolean {
  const pointer = one.pointers.code ?? one.pointers.fields ?? one.pointers.message;
  if (one.pointers.code === undefined)
    return other.pointers.code !== undefined || isTextAmongFields(one, other) || isTextBeside(one, other);
  return other.members.some(({ places }) => places.some((place) => place.pointer === pointer));
}

/** Whether the text of the other, `{ "errors": { "detail": "…" } }`, would be read as one of the fields of this one. */
function isTextAmongFields(
  { pointers: { fields } }: Merged,
  { pointers: { message = "", fields: others } }: Merged,
): boolean {
  return fields !== undefined && others !== fields && message.startsWith(`${fields}/`) && !message.includes("/*");
}

/** Whether bodies of the other, `{ "error": "Gone", "message": "…" }`, hold the text of this one beside their own. */
function isTextBeside(one: Merged, other: Merged): boolean {
  const { message } = one.pointers;
  if (message === undefined || other.pointers.message === undefined || one.pointers.fields !== undefined) return false;
  const declares = ({ members }: Merged, pointer: string) =>
    members.some(({ places }) => places.some((place) => place.pointer === pointer && isText(place)));
  return declares(other, message) && !declares(one, other.pointers.message);
}

function sortKey({ pointers: { code, message, fields } }: Merged): [number, number, string] {
  const pointer = code ?? message ?? "";
  // Any body may be a map of fields.
  const rank = code !== undefined ? 0 : fields !== "" ? 1 : 2;
  return [rank, pointer.length, pointer];
}

function compare([a, b, c]: [number, number, string], [d, e, f]: [number, number, string]): number {
  return a - d || b - e || (c < f ? -1 : 1);
}

/** After the object that holds the code, or after the member itself. */
function nameOf({ pointers }: Merged): string {
  if (pointers.code === undefined) return "plain";
  const tokens = tokensOf(pointers.code).filter((token) => token !== "*" && token !== "{}");
  if (pointers.code === "/type") return "problem";
  if (pointers.code === "") return "body";
  const name = (tokens.at(-2) ?? tokens.at(-1) ?? "error").replace(/[^A-Za-z0-9_-]/g, "");
  return name || "error";
}

function freeName(name: string, taken: readonly { readonly name: string }[]): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (taken.every((other) => other.name !== candidate)) return candidate;
  }
}
