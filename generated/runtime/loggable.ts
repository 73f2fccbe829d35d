// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Deviation } from "./error.js";
import { isContainer, knownTokens, memberAt } from "./pointer.js";
import { isSecretIn } from "./secret.js";

/** How many values, and how many characters of a text, are worth a place in a log. */
const maxValues = 1000;
const maxText = 2000;

const redacted = "[redacted]";

/**
 * A copy of a value for logs and queues: what stands below a secret name is redacted, long texts and long lists are cut.
 * Ends on cycles too.
 */
export function loggable(value: unknown): unknown {
  let left = maxValues;
  const copy = (member: unknown): unknown => {
    left -= 1;
    if (typeof member === "string") return member.slice(0, maxText);
    if (Array.isArray(member)) return member.flatMap((item) => (left > 0 ? [copy(item)] : []));
    if (!isContainer(member)) return member;
    const copied = ([key, each]: [string, unknown]) => [key, isHidden(member, key, each) ? redacted : copy(each)];
    return Object.fromEntries(Object.entries(member).flatMap((entry) => (left > 0 ? [copied(entry)] : [])));
  };
  return copy(value);
}

/** Whether a value has a secret name anywhere in it. Ends on cycles too. */
export function holdsSecret(value: unknown, before?: Set<unknown>): boolean {
  if (!isContainer(value) || before?.has(value)) return false;
  const seen = (before ?? new Set()).add(value);
  return Object.keys(value).some((name) => isHidden(value, name, value[name]) || holdsSecret(value[name], seen));
}

/** That a secret is null, or not there, is none. */
function isHidden(holder: Readonly<Record<string, unknown>>, name: string, member: unknown): boolean {
  return member !== null && member !== undefined && isSecretIn(holder, name);
}

/** What was found in a body, without what stands below a secret name: `string "s3cret"` is only a `string` there. */
export function withoutSecret(deviation: Deviation, body: unknown): Deviation {
  const [type, value] = deviation.found.split(" ", 2);
  const tells = value !== undefined && type !== "an" && isBelowSecret(body, deviation.pointer);
  return tells ? { ...deviation, found: `${type} ${redacted}` } : deviation;
}

function isBelowSecret(body: unknown, pointer: string): boolean {
  let value = body;
  for (const token of knownTokens(pointer)) {
    if (isSecretIn(isContainer(value) ? value : {}, token)) return true;
    value = memberAt(value, token);
  }
  return false;
}
