/** A part of what is said of a change: our words, or what is quoted of a document, in back-ticks. */
export interface SentencePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** A message taken apart. The last of an uneven number of back-ticks begins nothing, and is text. */
export function partsOf(message: string): SentencePart[] {
  const parts = message.split("`");
  return parts.map((text, at) => {
    const isCode = at % 2 === 1 && at < parts.length - 1;
    return { text: at % 2 === 1 && !isCode ? `\`${text}` : text, isCode };
  });
}
