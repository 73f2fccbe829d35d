import { Bug } from "../failure.js";
import { refusalOf } from "../problem/refusal.js";
import { escapeControls } from "../runtime/text.js";
import type { Terminal } from "./terminal.js";

/** With it, a mistake of this program is told with the lines that it came from. */
const variable = "OPENAPI_ERRORS_DEBUG";

/** What ended a command before it was done, in words for whoever typed it. The exit status is 2: nothing is known of the document. */
export function tellFailure(error: unknown, version: string, terminal: Terminal): void {
  const refusal = refusalOf(error);
  if (refusal && error instanceof Error) {
    // A full disk, a missing permission, a folder in the place of a file.
    const path = "path" in error ? ` \`${String(error.path)}\`` : "";
    terminal.tell(`openapi-errors: ${refusal.reason}${path}: ${error.message}\n  fix: ${refusal.fix}\n`);
    return;
  }
  const cause = error instanceof Bug ? error.cause : error;
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const document = error instanceof Bug ? `\n  the document: ${error.document}; nothing was written` : "";
  const isAsked = Boolean(process.env[variable]);
  const stack = isAsked && cause instanceof Error ? `${cause.stack ?? ""}\n` : "";
  const ask = isAsked ? "report it with the lines below" : `report it with what it says with ${variable}=1`;
  terminal.tell(
    `openapi-errors: this is a mistake of openapi-errors ${version} (Node.js ${process.version}), and not yours: ` +
      `${escapeControls(message.split("\n", 1)[0] ?? "").slice(0, 500)}${document}\n  fix: ${ask}\n${stack}`,
  );
}
