import { shellWord } from "../../problem/shell.js";

/** What somebody reads who starts the server in a terminal, where no agent is. */
export function registration(documents: readonly string[]): string {
  const words = ["openapi-errors", "mcp", ...documents];
  const entry = JSON.stringify({ command: "npx", args: words });
  return `openapi-errors mcp speaks the Model Context Protocol on standard input and output: an agent starts it. To register it,
here, for all who work on this folder:

  Claude Code   claude mcp add --scope project openapi-errors -- npx ${words.map(shellWord).join(" ")}
  Cursor        .cursor/mcp.json    {"mcpServers":{"openapi-errors":${entry}}}
  VS Code       .vscode/mcp.json    {"servers":{"openapi-errors":${entry}}}
  others        the command npx, with the arguments ${words.map(shellWord).join(" ")}
`;
}
