import { spawn } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";

const server = fileURLToPath(
  new URL("../../node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url),
);

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly Diagnostic[];
    readonly items?: readonly unknown[];
  };
  readonly result?: unknown;
}

/** What an editor asks of a text, at the mark `¦` that says where its cursor stands. */
export interface Editor {
  readonly diagnostics: (text: string) => Promise<readonly Diagnostic[]>;
  readonly completions: (text: string) => Promise<readonly string[]>;
  readonly hover: (text: string) => Promise<string>;
  readonly close: () => void;
}

/** The real yaml-language-server, as an editor talks to it (LSP over standard input and output). */
export async function openEditor(folder: string): Promise<Editor> {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<number | string, (message: Message) => void>();
  let rest = Buffer.alloc(0);
  let count = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message: Message) => {
    const { id, method, params } = message;
    if (method === "textDocument/publishDiagnostics") waiting.get(params?.uri ?? "")?.(message);
    // It asks for its settings, and to be told of changes.
    else if (method !== undefined && id !== undefined)
      send({ id, result: method === "workspace/configuration" ? params?.items?.map(settingsOf) : null });
    else if (id !== undefined) waiting.get(id)?.(message);
  };
  child.stdout.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || rest.length < end + 4 + length) return;
      const body = rest.subarray(end + 4, end + 4 + length).toString("utf8");
      rest = rest.subarray(end + 4 + length);
      receive(JSON.parse(body) as Message);
    }
  });
  const ask = (method: string, params: object): Promise<unknown> => {
    count += 1;
    const id = count;
    const answered = new Promise<unknown>((resolve) => waiting.set(id, ({ result }) => resolve(result)));
    send({ id, method, params });
    return answered;
  };
  const open = (text: string) => {
    count += 1;
    const uri = pathToFileURL(`${folder}/document${count}.yaml`).href;
    const published = new Promise<readonly Diagnostic[]>((resolve) =>
      waiting.set(uri, ({ params }) => resolve(params?.diagnostics ?? [])),
    );
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    return { uri, published };
  };
  const askAt = async (method: string, marked: string) => {
    const before = marked.slice(0, marked.indexOf("¦")).split("\n");
    const { uri, published } = open(marked.replace("¦", ""));
    await published;
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    return ask(method, { textDocument: { uri }, position });
  };

  const capabilities = {
    workspace: { configuration: true },
    textDocument: { hover: { contentFormat: ["plaintext"] } },
  };
  await ask("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
  send({ method: "initialized", params: {} });
  return {
    diagnostics: (text) => open(text).published,
    completions: async (text) => {
      const found = (await askAt("textDocument/completion", text)) as {
        readonly items: readonly { readonly label: string }[];
      };
      return found.items.map(({ label }) => label);
    },
    hover: async (text) =>
      JSON.stringify(
        ((await askAt("textDocument/hover", text)) as { readonly contents?: unknown } | null)?.contents ?? "",
      ),
    close: () => child.kill(),
  };
}

function settingsOf(item: unknown): unknown {
  const { section } = item as { readonly section?: string };
  const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
  return section === "yaml" ? yaml : {};
}
