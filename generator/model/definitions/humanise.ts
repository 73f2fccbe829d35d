/** Words that are never written small. */
const names = "API CSV DNS HTML HTTP HTTPS ID IP JSON JWT MFA OAuth OTP PDF SMS SQL SSL SSO TLS URI URL UUID XML".split(
  " ",
);
const spellings = new Map(names.map((name) => [name.toLowerCase(), name]));

/**
 * A code as a heading: `tenant_limit_reached` and `TenantLimitReached` give `Tenant limit reached`, `ERR_NO_TOKEN` gives
 * `No token`, and of a URI the end does.
 */
export function humanise(code: string): string {
  const words = lastPart(code)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .filter((word, index, all) => index > 0 || word.toLowerCase() !== "err" || !/\p{L}/u.test(all[1] ?? ""))
    .map((word) => spellings.get(word.toLowerCase()) ?? word.toLowerCase())
    .join(" ");
  if (!/\p{L}/u.test(words)) return `Error ${code}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `https://acme.example/errors#not-found`, `/problems/not-found.html` and `urn:acme:not-found` end in `not-found`. */
export function lastPart(code: string): string {
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(code)) return code;
  const last = code.split(/[/#:]/).findLast((part) => part !== "") ?? code;
  return last.replace(/(?<=.)\.(?:html?|php|aspx?|md)$/i, "");
}
