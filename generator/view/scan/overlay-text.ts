import { Document, isMap, isSeq, type Node, visit, type YAMLMap } from "yaml";
import type { Survey } from "../../model/survey/survey.js";
import { printable } from "../../runtime/text.js";
import { escapeHiddenInLines } from "../hidden.js";
import type { WrittenOverlay } from "./overlay.js";

/** How many names a comment shows. */
const maxNames = 20;

/** The overlay as YAML: with comments where a person has to decide or to write. */
export function overlayText(written: WrittenOverlay, { codes, runnersUp }: Survey): string {
  const { overlay, elsewhere, unexplained } = written;
  const document = new Document(overlay, { aliasDuplicateObjects: false });
  const seen = codes.filter(({ listed }) => !listed).map(({ code }) => code);
  document.commentBefore = linesOf([
    "What `openapi-errors scan` found out about the errors of a document. Correct it, complete it, and give it to",
    "`openapi-errors generate` with `--overlay`: from then on, what it says is checked.",
    ...(runnersUp.length > 0
      ? [`Codes could also stand at ${namesOf(runnersUp.map(({ pointer }) => pointer))}: see \`envelopes\`.`]
      : []),
    ...(seen.length > 0 ? [`Seen, not listed here: ${namesOf(seen)}.`] : []),
    ...(elsewhere.length > 0
      ? [
          `These stand in other files or beside the answers, where an overlay can't reach: ${namesOf(elsewhere)}.`,
          "`evidence` keeps them listed; `x-error-codes` says what they mean.",
        ]
      : []),
  ]);
  const actions = document.get("actions");
  for (const action of isSeq(actions) ? actions.items : []) if (isMap(action)) commentAction(action, unexplained);
  return escapedInQuotes(document);
}

/** The document as text, where strings with characters that nobody sees stand in double quotes, and say them as escapes. */
function escapedInQuotes(document: Document): string {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "string" && escapeHiddenInLines(scalar.value) !== scalar.value)
        scalar.type = "QUOTE_DOUBLE";
    },
  });
  return escapeHiddenInLines(document.toString({ lineWidth: 0 }));
}

/** Where nothing in the document says what an error means, somebody has to. */
function commentAction(action: YAMLMap, unexplained: ReadonlySet<string>): void {
  const codes = action.getIn(["update", "x-error-codes"]);
  for (const entry of isSeq(codes) ? codes.items : [])
    if (isMap(entry))
      entry.comment = unexplained.has(String(entry.get("code")))
        ? " TODO: description: what it means; resolution: what the reader does about it"
        : " TODO: resolution: what the reader does about it";
  const bare = action.getIn(["update", "x-error"], true) as Node | undefined;
  if (isMap(bare) && bare.has("title"))
    bare.comment = " TODO: resolution, for all answers with this status; or the codes of this one in `x-error-codes`";
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => ` ${printable(line)}`).join("\n");
}

function namesOf(names: readonly string[]): string {
  const rest = names.length - maxNames;
  return `${names.slice(0, maxNames).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
