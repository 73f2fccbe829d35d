/** A text as a part of an address (RFC 3986, 2.1). Half of a surrogate pair, which has no bytes, is replaced. */
export function urlPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}
