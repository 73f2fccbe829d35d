/** What of a document is the language of OpenAPI or of its extensions: all other strings are its author's. */
const language = new Set(
  `$ref openapi info title summary description version termsOfService contact name url email license externalDocs servers
  variables default enum tags x-displayName x-tagGroups x-error-contract id envelopes code message details requestId
  groups statuses paths parameters in required schema type post operationId requestBody content responses headers links
  components schemas properties const examples example value x-error category retry causes resolution group since
  deprecated replacedBy 3.1.0 path string object integer conflict rate_limit backoff after-delay application/json 200
  409 429 rich Retry-After 1.0.0 /error/code /error/message /error/details /error/request_id error request_id`.split(
    /\s+/,
  ),
);

/**
 * The texts that an author wrote into a document, as values or as names, each once; not the references, which follow the
 * names.
 */
export function textsOf(document: unknown): string[] {
  const found = new Set<string>();
  visit(document, (text) => {
    if (!language.has(text) && !text.startsWith("#/")) found.add(text);
    return text;
  });
  return [...found];
}

/** The document with other texts, wherever they stand; references lead where they led. */
export function withTexts<T>(document: T, others: ReadonlyMap<string, string>): T {
  return visit(document, (text) => {
    if (!text.startsWith("#/")) return others.get(text) ?? text;
    const [hash, ...tokens] = text.split("/");
    return [hash, ...tokens.map((token) => escapeToken(others.get(token) ?? token))].join("/");
  }) as T;
}

function visit(part: unknown, change: (text: string) => string): unknown {
  if (typeof part === "string") return change(part);
  if (Array.isArray(part)) return part.map((item) => visit(item, change));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [change(name), visit(value, change)]));
}

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}
