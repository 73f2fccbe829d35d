import sax from "sax";
import { xmlBroken } from "../problem/catalogue.js";
import { linesOf, positionIn } from "../read/lines.js";
import { type CatalogueRead, type Entry, madeText } from "./entry.js";

/** Elements that hold one text, and in which of their elements it stands, the best first; none: it is all that they hold. */
const holders: Readonly<Record<string, readonly string[]>> = {
  // Android.
  string: [],
  plurals: [],
  // .NET.
  data: ["value"],
  // XLIFF 1.2 and 2: a file that nobody has translated yet holds sources alone.
  "trans-unit": ["target", "source"],
  unit: ["target", "source"],
};

interface Held {
  readonly name: string;
  readonly key: string;
  readonly offset: number;
  /** By the elements that are looked at, and `""` for all that it holds. */
  readonly texts: Map<string, string>;
  /** Of these, how many are open. */
  readonly open: Map<string, number>;
}

/** The texts of a catalogue in XML: resources of Android, XLIFF, or .NET's. */
export function entriesOfXml(file: string, text: string): CatalogueRead {
  const lines = linesOf(text);
  const at = (offset: number) => positionIn(file, text, lines, offset);
  const parser = sax.parser(true, { position: true });
  const entries: Entry[] = [];
  let depth = 0;
  let held: Held | undefined;
  let heldAt = 0;
  let isTranslation = false;
  let fault: { readonly reason: string; readonly offset: number } | undefined;
  // What a file declares itself, as Android's may: what it stands for is of no matter here.
  parser.ondoctype = (declared) => {
    for (const [, name] of declared.matchAll(/<!ENTITY\s+([\w.-]+)/g)) if (name) parser.ENTITIES[name] = madeText;
  };
  parser.onerror = ({ message }) => {
    fault ??= { reason: message.split("\n")[0] ?? "", offset: Math.max(0, parser.position - 1) };
    // Else each later piece of the text throws it again.
    parser.error = null as unknown as Error;
  };
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    isTranslation ||= "target-language" in attributes || "trgLang" in attributes || name === "target";
    const key = attributes.resname ?? attributes.name ?? attributes.id;
    if (held) held.open.set(name, (held.open.get(name) ?? 0) + 1);
    else if (Object.hasOwn(holders, name) && typeof key === "string") {
      heldAt = depth;
      held = { name, key, offset: parser.startTagPosition - 1, texts: new Map(), open: new Map() };
    }
  };
  const take = (more: string) => {
    if (!held) return;
    const { texts, open } = held;
    for (const name of ["", ...(holders[held.name] ?? []).filter((each) => (open.get(each) ?? 0) > 0)])
      texts.set(name, (texts.get(name) ?? "") + more);
  };
  parser.ontext = take;
  parser.oncdata = take;
  parser.onclosetag = (name) => {
    depth -= 1;
    if (!held) return;
    if (depth >= heldAt) {
      held.open.set(name, (held.open.get(name) ?? 0) - 1);
      return;
    }
    const { key, offset, texts } = held;
    entries.push({
      key,
      text: textOf(holders[held.name] ?? [], texts, isTranslation).trim(),
      position: () => at(offset),
    });
    held = undefined;
  };
  parser.write(text).close();
  if (fault) return { problems: [{ ...xmlBroken(fault.reason), position: at(fault.offset) }] };
  return { entries };
}

/** Where a file is a translation, what has only a source is not translated. */
function textOf(places: readonly string[], texts: ReadonlyMap<string, string>, isTranslation: boolean): string {
  if (places.length === 0) return texts.get("") ?? "";
  const asked = isTranslation ? places.filter((name) => name !== "source") : places;
  return asked.map((name) => texts.get(name)).find((text) => text !== undefined) ?? "";
}
