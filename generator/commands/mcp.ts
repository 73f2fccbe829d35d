import { Console } from "node:console";
import { resolve } from "node:path";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { isFile, pathOf, readText, shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import { serveStdio } from "../vendor/mcp.js";
import type { Input } from "./explain.js";
import { registration } from "./mcp/registration.js";
import { makeServer } from "./mcp/server.js";
import { transportOver } from "./mcp/transport.js";
import { enterWorkspaceOfEditor } from "./mcp/working-folder.js";
import { type WorkspaceFlags, workspaceOf } from "./mcp/workspace.js";
import type { Terminal } from "./terminal.js";

/** `openapi-errors mcp`: answers what agents ask, until standard input ends. */
export async function mcpCommand(
  documents: readonly string[],
  flags: WorkspaceFlags,
  terminal: Terminal,
  input: Input,
  version: string,
): Promise<number> {
  if (input.isTTY) {
    terminal.tell(registration(documents));
    return 2;
  }
  // What a library prints would be no message.
  globalThis.console = new Console(process.stderr, process.stderr);
  if (flags.root === undefined) enterWorkspaceOfEditor();
  const workspace = workspaceOf(documents, flags);
  const { targets, problems } = workspace.targets();
  const unread = targets.flatMap(({ document, text, overlays = [] }) => [
    ...(text === undefined ? unreadOf(document) : []),
    ...overlays.flatMap((overlay) => unreadOf(pathOf(overlay))),
  ]);
  // An agent is there to mend them: the tools tell them as well.
  terminal.tell(printProblems([...problems, ...unread], "text", false));
  const transport = transportOver({ input, write: terminal.answer });
  const onerror = (error: Error) => terminal.tell(`openapi-errors mcp: ${error.message}\n`);
  serveStdio(() => makeServer(workspace, version, terminal.tell), { transport, onerror });
  await transport.closed;
  return 0;
}

function unreadOf(path: string): Problem[] {
  if (isFile(path)) return [];
  const read = readText(path);
  const shown = shownPath(resolve(path));
  return "text" in read ? [] : [{ ...fileUnreadable(shown, read), position: beginningOf(shown) }];
}
