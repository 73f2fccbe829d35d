import type { Envelope } from "./contract.js";
import { placesAt, valueAt } from "./pointer.js";
import { textOf } from "./text.js";

/** A problem's type where it has none (RFC 9457, section 4.2.1). */
const noType = "about:blank";

/** The code that a body states, as text: numbers count, since some APIs number their codes. Of a list, the first that is one. */
export function codeIn(body: unknown, { code }: Envelope): string | undefined {
  return asCode(valueAt(body, code)) ?? (code === undefined ? undefined : laterCode(body, code)?.code);
}

/** The envelope as that item of a list has it which states the code, where the first one states none. */
export function envelopeOfItem(body: unknown, envelope: Envelope): Envelope {
  const { code, message, details, requestId, field } = envelope;
  const later = code === undefined || asCode(valueAt(body, code)) !== undefined ? undefined : laterCode(body, code);
  if (code === undefined || later === undefined) return envelope;
  const own: { -readonly [part in keyof Envelope]: Envelope[part] } = { ...envelope, code: later.pointer };
  const parts = { message, details, requestId, field };
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    const pointer = parts[part];
    if (pointer !== undefined) own[part] = alongside(pointer, code, later.pointer);
  }
  return own;
}

function laterCode(body: unknown, pointer: string): { readonly pointer: string; readonly code: string } | undefined {
  if (!pointer.includes("/*")) return undefined;
  for (const [at, value] of placesAt(body, pointer)) {
    const code = asCode(value);
    if (code !== undefined) return { pointer: at, code };
  }
  return undefined;
}

function asCode(value: unknown): string | undefined {
  const code = textOf(value);
  return code === noType ? undefined : code || undefined;
}

/** A pointer in the item that another leads to, as far as both go the same way. */
function alongside(pointer: string, code: string, found: string): string {
  const tokens = pointer.split("/");
  const [way, steps] = [code.split("/"), found.split("/")];
  for (let at = 0; at < tokens.length && tokens[at] === way[at]; at += 1) tokens[at] = steps[at]!;
  return tokens.join("/");
}
