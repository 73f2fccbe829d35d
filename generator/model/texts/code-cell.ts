/** A name as it stands in a cell or at the beginning of an item. */
export interface CodeCell {
  readonly code: string;
  /** Whether it is marked as code, bold or a quotation. */
  readonly isMarked: boolean;
  readonly shape: "number" | "joined" | "word";
}

const mark = /^[`*"'\u201c\u2018[]+|(?<![`*"'\u201d\u2019\]])[`*"'\u201d\u2019\]]+$/g;
const link = /^\[([^[\]]*)\]\([^()\s]*\)$/;

const joined = [
  /^[A-Za-z][A-Za-z0-9]*(?:[_.:/-][A-Za-z0-9]+)+$/,
  /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+$|^[A-Z]{2,}[a-z0-9]+(?:[A-Z][a-z0-9]*)*$/,
  /^[a-z]+(?:[A-Z][a-z0-9]+)+$/,
  /^[A-Z]{1,6}-?\d{2,}$/,
  /^\d+(?:[_.-]\d+)+$/,
  /^(?:https?:\/\/|urn:)[^\s<>]+$/,
];

/** A name without the marks around it: a link, code, bold, a quotation. */
export function plainName(text: string): string {
  const shown = (link.exec(text.trim())?.[1] ?? text).trim();
  const bare = shown
    .replace(/^_(.*)_$/, "$1")
    .replace(mark, "")
    .trim();
  return bare.replace(/\\([_*#.|-])/g, "$1");
}

/** The code that a text is, as a whole; undefined where it is anything else. */
export function codeCell(text: string): CodeCell | undefined {
  const code = plainName(text);
  if (code === "" || code.length > 200 || /\s/.test(code)) return undefined;
  const isMarked = code !== text.trim().replaceAll("\\", "");
  if (/^-?\d{1,9}$/.test(code)) return { code, isMarked, shape: "number" };
  if (joined.some((shape) => shape.test(code))) return { code, isMarked, shape: "joined" };
  return /^[A-Za-z][A-Za-z0-9]+$/.test(code) ? { code, isMarked, shape: "word" } : undefined;
}

/** Every code of a cell that holds several: `a`, `b` or `c`. */
export function codeCells(text: string): CodeCell[] {
  const parts = text
    .split(/,|\bor\b|\s\/\s/)
    .map((part) => part.trim())
    .filter(Boolean);
  const cells = parts.map(codeCell);
  return cells.every((cell) => cell !== undefined) ? cells : [];
}
