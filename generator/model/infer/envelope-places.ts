import type { Envelope } from "../../runtime/contract.js";
import { fieldsPlace } from "./fields-place.js";
import { messagePlace } from "./message-place.js";
import type { Place } from "./places.js";

const requestIds = /^(?:x?requestid|traceid|correlationid|reqid|xcorrelationid|errorid|logid)$/;
const delays = /^(?:retryafter|retryafterseconds|retryin|retryinseconds|retryaftersec)$/;
const details = /^(?:details|data|meta|metadata|context|params|parameters|extra|extensions|info|additionalinfo)$/;

/** The pointers of an envelope whose code stands at a place, or of one without a code. */
export function envelopeOf(places: readonly Place[], code: Place | undefined): Envelope {
  const message = messagePlace(places, code);
  const requestId = named(places, requestIds, ["string"], code).find(({ pointer }) => pointer !== code?.pointer);
  const [delay] = named(places, delays, ["integer", "number"], code);
  const fields = fieldsPlace(places);
  const taken = [code, message, requestId, delay].flatMap((place) => place?.pointer ?? []);
  return {
    ...(code ? { code: code.pointer } : {}),
    ...(message ? { message: message.pointer } : {}),
    ...pointerOf("details", (code ?? message) && detailsPointer(places, (code ?? message)!, taken)),
    ...pointerOf("requestId", requestId?.pointer),
    ...pointerOf("delay", delay?.pointer),
    ...pointerOf("fields", fields?.pointer),
  };
}

function pointerOf(part: keyof Envelope, pointer: string | undefined): Envelope {
  return pointer === undefined ? {} : { [part]: pointer };
}

/** Places outside of lists with such a name and type, those nearest to the code first. */
function named(places: readonly Place[], names: RegExp, types: readonly string[], code: Place | undefined): Place[] {
  const own = holderOf(code?.pointer ?? "/");
  return places
    .filter(({ path }) => !path.includes("*") && names.test(nameOf(path)))
    .filter((place) => place.types.some((type) => types.includes(type)))
    .sort((a, b) => Number(holderOf(a.pointer) !== own) - Number(holderOf(b.pointer) !== own));
}

/** A member made for details; else the list that the code stands in, else the object that it stands in. */
function detailsPointer(places: readonly Place[], code: Place, taken: readonly string[]): string | undefined {
  const star = code.path.findIndex((token) => token === "*" || token === "{}");
  if (star > 0)
    return code.pointer
      .split("/")
      .slice(0, star + 1)
      .join("/");
  const holder = holderOf(code.pointer);
  const [made] = places.filter(
    ({ path, pointer, types }) =>
      details.test(nameOf(path)) &&
      holderOf(pointer) === holder &&
      !taken.includes(pointer) &&
      types.some((type) => type === "object" || type === "array"),
  );
  if (made) return made.pointer;
  const others = places.filter(({ pointer }) => holderOf(pointer) === holder && !taken.includes(pointer));
  // Of a list, only a part is taken.
  const between = others.some(({ pointer }) =>
    taken.some(
      (other) => other.startsWith(`${pointer}/`) && !/\/(?:\*|\{\})(?:\/|$)/.test(other.slice(pointer.length)),
    ),
  );
  return others.length > 0 && !between ? holder : undefined;
}

function holderOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

function nameOf(path: readonly string[]): string {
  return (path.at(-1) ?? "").replace(/[_-]/g, "").toLowerCase();
}
