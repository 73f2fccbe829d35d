import type { Language } from "../../vendor/highlight.js";
import { isCodeText } from "../code-text.js";
import { highlighted } from "./highlighted.js";
import { richLine, richText } from "./rich-text.js";

/** A text that takes long to become HTML. As it stands, it says all that this will be made from. */
export interface Later {
  readonly becomes: "line" | "paragraphs" | Language;
  readonly source: string;
}

/** Markdown of a document in one line, in paragraphs, or code: as HTML once `made`. */
export function later(becomes: Later["becomes"], source: string): Later {
  return { becomes, source };
}

/** A view whose texts have become what they were to become. */
export function made(view: unknown): unknown {
  if (typeof view !== "object" || view === null || isCodeText(view)) return view;
  if (Array.isArray(view)) return view.map(made);
  if (isLater(view)) return madeOf(view);
  return Object.fromEntries(Object.entries(view).map(([name, member]) => [name, made(member)]));
}

function madeOf({ becomes, source }: Later) {
  if (becomes === "line") return richLine(source);
  return becomes === "paragraphs" ? richText(source) : highlighted(becomes, source);
}

function isLater(value: object): value is Later {
  return Object.hasOwn(value, "becomes") && Object.hasOwn(value, "source");
}
