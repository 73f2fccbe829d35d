import { onceFor } from "../../read/made-once.js";
import { envelopeOfItem } from "../../runtime/coded-item.js";
import type { Envelope } from "../../runtime/contract.js";
import { valueAt } from "../../runtime/pointer.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { ExampleNode } from "../answers/examples.js";

const maxLength = 300;
const maxTitle = 80;

/**
 * What the examples of a code say of it: the summary and the description of
 * named ones, and the text that their bodies hold for people. By
 * how many answers say so: what a few examples say of a code that most answers give for something else is no meaning.
 */
export function textOfExamples(
  examples: readonly ExampleNode[],
  responses: readonly ErrorResponse[],
  envelope: Envelope | undefined,
) {
  const answers = countedBy(responses);
  const weigh = ({ response }: ExampleNode) => answers.get(answerOf(response)) ?? 0;
  const shown = new Set(examples.map(({ response }) => answerOf(response)));
  const all = sum([...answers.values()]);
  if (sum([...shown].map((answer) => answers.get(answer) ?? 0)) * 2 < all) return undefined;

  const meaning = mostOf(examples, descriptionOf, weigh) ?? mostOf(examples, messageAt(envelope), weigh);
  return { title: mostOf(examples, titleOf, weigh), meaning };
}

function descriptionOf({ description }: ExampleNode): string | undefined {
  const text = description?.trim();
  return text !== undefined && text !== "" && text.length <= maxLength ? text : undefined;
}

/** The key of an example that is no name is a heading: `Invalid token`. */
function titleOf({ summary, name }: ExampleNode): string | undefined {
  const text = summary?.trim() || (/\s/.test(name) ? name : undefined);
  return text !== undefined && text.length <= maxTitle ? text : undefined;
}

function messageAt(envelope: Envelope | undefined) {
  return ({ body }: ExampleNode): string | undefined => {
    const text = envelope && valueAt(body, envelopeOfItem(body, envelope).message);
    return typeof text === "string" && text.trim() !== "" && text.length <= maxLength ? text : undefined;
  };
}

/** The text of at least half of the answers; of equals the first in the alphabet. */
function mostOf(
  examples: readonly ExampleNode[],
  textIn: (example: ExampleNode) => string | undefined,
  weigh: (example: ExampleNode) => number,
): string | undefined {
  const weights = new Map<string, number>();
  for (const example of examples) {
    const text = textIn(example);
    if (text !== undefined) weights.set(text, (weights.get(text) ?? 0) + weigh(example));
  }
  const [first] = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first && first[1] * 2 >= sum(examples.map(weigh)) ? first[0] : undefined;
}

/** How many operations give each answer. */
const countedBy = onceFor((responses: readonly ErrorResponse[]): ReadonlyMap<unknown, number> => {
  const counts = new Map<unknown, number>();
  for (const response of responses) counts.set(answerOf(response), (counts.get(answerOf(response)) ?? 0) + 1);
  return counts;
});

function answerOf({ response }: ErrorResponse): unknown {
  return response.node.value;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
