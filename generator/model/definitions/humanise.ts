/** Words that are never written small. */
const names = "API CSV DNS HTML HTTP HTTPS ID IP JSON JWT MFA OAuth OTP PDF SMS SQL SSL SSO TLS URI URL UUID XML".split(
  " ",
);
const spellings = new Map(names.map((name) => [name.toLowerCase(), name]));

/** A code as a heading: `tenant_limit_reached` and `TenantLimitReached` give `Tenant limit reached`, of a URI the end. */
export function humanise(code: string): string {
  const words = lastPart(code)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => spellings.get(word.toLowerCase()) ?? word.toLowerCase())
    .join(" ");
  if (!/\p{L}/u.test(words)) return `Error ${code}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `https://acme.example/errors#not-found`, `/problems/not-found` and `urn:acme:not-found` end in `not-found`. */
export function lastPart(code: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(code)
    ? (code.split(/[/#:]/).findLast((part) => part !== "") ?? code)
    : code;
}
