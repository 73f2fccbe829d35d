// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
const secret =
  /(?:passw(?:or)?ds?|passphrases?|passcodes?|pwd|secrets?|token|jwt|authorization|cookie2?|credentials?|session[-_]?id|otp|cv[cv]2?|(?:api|private|secret|access|signing|encryption)[-_]?keys?)$/i;

/** Whether a member or a header of this name holds what no log should: `access_token`, `clientSecret`, `X-Api-Key`. */
export function isSecret(name: string): boolean {
  return secret.test(name);
}
