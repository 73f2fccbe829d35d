import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { type CallToolResult, Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { plain, spawnArguments } from "../support/cli.js";

/** An agent that has started the server in a folder. */
export interface Session {
  readonly client: Client;
  readonly call: (name: string, given?: Record<string, unknown>) => Promise<Answer>;
}

/** What a tool answered. */
export interface Answer {
  readonly text: string;
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: as an agent has it: JSON.
  readonly data: any;
}

/** A session that ends with the test. */
export async function connect(t: TestContext, ...given: Parameters<typeof open>): Promise<Session> {
  const session = await open(...given);
  t.after(() => session.client.close());
  return session;
}

/** One that somebody closes. */
export async function open(
  cwd: string,
  args: readonly string[] = [],
  options: ConstructorParameters<typeof Client>[1] = {},
  { env: own = {} }: { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Session> {
  const [command = "", ...words] = spawnArguments(["mcp", ...args]);
  const env = Object.fromEntries(
    Object.entries({ ...plain, ...own }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const transport = new StdioClientTransport({ command, args: words, cwd, env, stderr: "pipe" });
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  await client.connect(transport);
  const call = async (name: string, given: Record<string, unknown> = {}): Promise<Answer> => {
    const { content, structuredContent, isError } = (await client.callTool({
      name,
      arguments: given,
    })) as CallToolResult;
    const [first] = content;
    return { text: first?.type === "text" ? first.text : "", data: structuredContent, isError: isError === true };
  };
  return { client, call };
}

/** What the server says to lines as they are, and how it ends when there are no more. */
export async function sendLines(
  cwd: string,
  lines: readonly (string | Uint8Array)[],
  args: readonly string[] = [],
): Promise<{ readonly answers: readonly unknown[]; readonly stderr: string; readonly status: number | null }> {
  const [command = "", ...own] = spawnArguments(["mcp", ...args]);
  const child = spawn(command, own, { cwd, env: plain });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  for (const line of lines) {
    child.stdin.write(line);
    child.stdin.write("\n");
  }
  child.stdin.end();
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const answers = stdout.split("\n").filter((line) => line !== "");
  return { answers: answers.map((line) => JSON.parse(line)), stderr, status };
}

export const initialize = (version: string) =>
  JSON.stringify({
    jsonrpc: "2.0",
    id: "hello",
    method: "initialize",
    params: { protocolVersion: version, capabilities: {}, clientInfo: { name: "lines", version: "1" } },
  });

export const callLine = (id: number, name: string, given: object = {}) =>
  JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: given } });
