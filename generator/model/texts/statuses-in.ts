import { reasonPhrases } from "./reason-phrases.js";

const status = /\b[45](?:\d\d|xx)\b/gi;
const range = /\b([45]\d\d)\s*(?:-|\u2013|\u2014|\bto\b)\s*([45]\d\d)\b/gi;
const joints = /\bHTTP\b|\b(?:or|and|any)\b|<br\s?\/?>|[,;/()&+-]/gi;

/**
 * The error statuses that a cell names, and nothing else: `404`, `4xx`, `400, 422`, `404 Not Found`, `400-499`. A range
 * stands for the statuses in it that there are.
 */
export function statusesIn(text: string): string[] {
  const plain = text
    .replace(/[`*]/g, "")
    .replace(range, (_, first: string, last: string) => statusesBetween(Number(first), Number(last)).join(","))
    .trim();
  const found = [...new Set(plain.match(status)?.map((one) => one.toUpperCase()))];
  const rest = withoutPhrases(plain.replace(status, ""), found).replace(joints, "");
  return found.length > 0 && (found.length === 1 || rest.trim() === "") && !/\d/.test(rest) ? found : [];
}

/** `404 Not Found, 409 Conflict`: what such a status is called anyway says nothing more. */
function withoutPhrases(text: string, statuses: readonly string[]): string {
  return statuses.reduce((rest, one) => {
    const phrase = reasonPhrases[one]?.toLowerCase();
    const at = phrase === undefined ? -1 : rest.toLowerCase().indexOf(phrase);
    return at === -1 ? rest : rest.slice(0, at) + rest.slice(at + phrase!.length);
  }, text);
}

function statusesBetween(first: number, last: number): readonly string[] {
  if (Math.floor(first / 100) === Math.floor(last / 100) && first % 100 === 0 && last % 100 > 50)
    return [`${Math.floor(first / 100)}XX`];
  const all = Object.keys(reasonPhrases).filter((one) => Number(one) >= first && Number(one) <= last);
  return [...new Set([String(first), ...all, String(last)])];
}
