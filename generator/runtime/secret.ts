const secret =
  /(?:passw(?:or)?d|passphrase|secret|token|authorization|cookie2?|credentials?|(?:api|private)[-_]?key)$/i;

/** Whether a member or a header of this name holds what no log should: `access_token`, `clientSecret`, `X-Api-Key`. */
export function isSecret(name: string): boolean {
  return secret.test(name);
}
