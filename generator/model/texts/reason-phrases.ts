import codes from "statuses/codes.json" with { type: "json" };

/**
 * What each status is called, such as "Not Found" (RFC 9110, section 15), by its three digits. From a package, since what
 * Node has of its own comes with all of `node:http`: from Node 22 on it takes longer to load than a document to read.
 */
export const reasonPhrases: Readonly<Partial<Record<string, string>>> = codes;

const byLetters = new Map(Object.entries(reasonPhrases).map(([status, phrase = ""]) => [lettersOf(phrase), status]));

/** The status that a phrase is of, however it is written: `NotFound`, `not_found`. */
export function statusOfPhrase(phrase: string): string | undefined {
  return byLetters.get(lettersOf(phrase));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, "");
}
