import type { Envelope } from "../../runtime/contract.js";
import { valueAt } from "../../runtime/pointer.js";
import type { ExampleNode } from "../examples.js";

const maxLength = 300;

/** What the examples of a code say of it: the summary of a named one, and the text that its body holds for people. */
export function textOfExamples(examples: readonly ExampleNode[], envelope: Envelope | undefined) {
  const sorted = [...examples].sort((a, b) => compare(keyOf(a), keyOf(b)));
  // The key of an example that is no name is a heading: `Invalid token`.
  const titles = sorted
    .map(({ summary, name }) => summary?.trim() || (/\s/.test(name) ? name : undefined))
    .filter((text) => text && text.length <= 80);
  const messages = sorted
    .map(({ body }) => (envelope?.message === undefined ? undefined : valueAt(body, envelope.message)))
    .filter((text) => typeof text === "string" && text.trim() !== "" && text.length <= maxLength);
  return { title: titles[0], meaning: messages[0] as string | undefined };
}

function keyOf({ name, body }: ExampleNode): string {
  return `${name} ${JSON.stringify(body)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
