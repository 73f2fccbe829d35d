import type { Envelope } from "./contract.js";
import { readFields } from "./fields.js";
import { isContainer, valueAt } from "./pointer.js";
import { textOf } from "./text.js";

/** A problem's type where it has none (RFC 9457, section 4.2.1). */
const noType = "about:blank";

/** The code that a body states, as text: numbers count, since some APIs number their codes. */
export function codeIn(body: unknown, envelope: Envelope): string | undefined {
  const code = textOf(valueAt(body, envelope.code));
  return code === noType ? undefined : code || undefined;
}

function hasLiterals(body: unknown, { literals = {} }: Envelope): boolean {
  return Object.entries(literals).every(([pointer, literal]) => valueAt(body, pointer) === literal);
}

/**
 * The envelope that a body came in: the first that fits wholly, else the first that holds its code (or, where the
 * envelope has none, its text or field errors) but not its literals, else the first that holds at least a message.
 */
export function chooseEnvelope(body: unknown, envelopes: readonly Envelope[]): Envelope | undefined {
  if (!isContainer(body)) return undefined;
  const named = envelopes.filter((envelope) => names(body, envelope));
  return (
    named.find((envelope) => hasLiterals(body, envelope)) ??
    named[0] ??
    envelopes.find((envelope) => hasMessage(body, envelope))
  );
}

/** Whether the body holds what tells one error of this envelope from another. */
function names(body: unknown, envelope: Envelope): boolean {
  if (envelope.code !== undefined) return codeIn(body, envelope) !== undefined;
  return readFields(valueAt(body, envelope.fields)).length > 0 || hasMessage(body, envelope);
}

function hasMessage(body: unknown, envelope: Envelope): boolean {
  return typeof valueAt(body, envelope.message) === "string";
}

/** The seconds to wait that a body states. */
export function delayIn(body: unknown, envelope: Envelope): number | undefined {
  const delay = valueAt(body, envelope.delay);
  return typeof delay === "number" && delay >= 0 && delay < Number.POSITIVE_INFINITY ? delay : undefined;
}
