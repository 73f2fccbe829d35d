import { suggest } from "../../problem/suggest.js";

/** The status that a key was meant to be: `40X` and `4**` are `4XX`, `404 ` and `HTTP 404` are `404`. */
export function statusMeant(key: string): string | undefined {
  const written = key.trim().toUpperCase();
  if (/^[1-5][\dX*#N_.-]{1,3}$/.test(written) && !/^\d+$/.test(written)) return `${written[0]}XX`;
  // The letter for the digit, on its own or in words.
  const bare = written.replace(/^[A-Z]+(?=\d)/, "");
  const [number, ...others] = bare.match(/(?<![\dA-Z])[1-5][\dO]{2}(?![\dA-Z])/g) ?? [];
  if (number !== undefined && others.length === 0) return number.replaceAll("O", "0");
  return suggest(written.toLowerCase(), ["default"]);
}
