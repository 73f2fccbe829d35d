import { suggest } from "../../problem/suggest.js";
import { statusOfPhrase } from "../texts/reason-phrases.js";

/** The status that a key was meant to be: `40X`, `4**` and `400-499` are `4XX`; `404 `, `HTTP 404` and `NotFound` are `404`. */
export function statusMeant(key: string): string | undefined {
  const written = key.trim().toUpperCase();
  if (/^[1-5][\dX*#N_.-]{1,3}$/.test(written) && !/^\d+$/.test(written)) return `${written[0]}XX`;
  const [, first] = /^([1-5])00\s*[-\u2013]\s*\1?99$/.exec(written) ?? [];
  if (first !== undefined) return `${first}XX`;
  // The letter for the digit, on its own or in words.
  const bare = written.replace(/^[A-Z]+(?=\d)/, "");
  const [number, ...others] = bare.match(/(?<![\dA-Z])[1-5][\dO]{2}(?![\dA-Z])/g) ?? [];
  if (number !== undefined && others.length === 0) return number.replaceAll("O", "0");
  return statusOfPhrase(written) ?? suggest(written.toLowerCase(), ["default"]);
}
