// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { itemNames, plainName } from "./field-names.js";
import { isObject } from "./pointer.js";
import { remembered } from "./remembered.js";

const words = [
  "passw(?:or)?ds?|passphrases?|passcodes?|pwd|secrets?|token|jwt|bearer|authorization|cookie2?|credentials?",
  "sess(?:ion)?[-_]?id|otp|cv[cv]2?",
  "(?:api|private|secret|access|signing|encryption)[-_]?keys?",
  // Many tokens of no kind are what a language model counts.
  "(?:access|refresh|auth|api|bearer|device|csrf|xsrf|security)[-_]?tokens",
  "(?:recovery|backup|verification|one[-_]?time|auth(?:orization)?)[-_]?codes?",
];
/** What may follow: `password_confirmation`, `tokenValue`, `password1`. */
const suffixes = "confirm(?:ation)?|repeat(?:ed)?|again|hash(?:ed)?|digest|value|text|plain|header|pem|\\d";
const secret = new RegExp(`(?:${words.join("|")})(?:[-_]?(?:${suffixes})){0,9}$`, "i");

/** Whether a member or a header of this name holds what no log should: `access_token`, `clientSecret`, `X-Api-Key`. */
export const isSecret: (name: string) => boolean = /* @__PURE__ */ remembered((name) => secret.test(name));

/** What holds the value in an object that names a field or a header: `rejectedValue`, `input`, `received`. */
const valueNames = /(?:values?|input|received|given|actual|got|provided|submitted|data|content)$/i;

/** Whether a member is secret by its own name, or as the value of what its object names: `{ field: "pwd", value }`. */
export function isSecretIn(holder: Readonly<Record<string, unknown>>, name: string): boolean {
  return isSecret(name) || (valueNames.test(name) && isObject(holder) && namesSecret(holder));
}

function namesSecret(item: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(item)
    .slice(0, maxMembers)
    .some(([key, named]) => itemNames.paths.includes(plainName(key) ?? "") && stepsOf(named).some(isSecret));
}

/** How much of an object is looked at for a name, and how much of a name. */
const maxMembers = 100;
const maxName = 200;

function stepsOf(named: unknown): string[] {
  const steps = Array.isArray(named) ? named.slice(0, maxMembers) : [named];
  return steps.flatMap((step) => (typeof step === "string" ? step.slice(0, maxName).split(/[./[\]"']/) : []));
}
