/** Text that is ready to stand in one kind of output. Templates print nothing else: a bare string makes them throw. */
export interface CodeText {
  readonly kind: "identifier" | "literal" | "comment" | "markdown" | "html" | "python" | "terminal";
  readonly text: string;
}

export function isCodeText(value: unknown): value is CodeText {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "kind") && Object.hasOwn(value, "text");
}
