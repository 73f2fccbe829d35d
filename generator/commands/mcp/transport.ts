import { StringDecoder } from "node:string_decoder";
import { isJSONRPCRequest, type JSONRPCMessage, parseJSONRPCMessage, type Transport } from "../../vendor/mcp.js";

/** What stands on the other side: lines come in, and lines go out. */
export interface Wire {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly write: (line: string) => void;
}

/** A pasted log may be long; what is longer than that is no message of an agent. */
const longest = 16 * 1024 * 1024;

/** What is answered at the end alone. */
const listening = "subscriptions/listen";

/** In milliseconds: nobody waits longer for an answer whose question has an end. */
const longestWait = 30_000;

/**
 * Messages as lines of JSON. Unlike that of the SDK, it outlives a line of any length, answers requests that are no sound
 * ones where they say who asks, and at the end of input waits until all that was asked has been answered: what is piped in is
 * answered, too.
 */
export function transportOver({ input, write }: Wire): Transport & { readonly closed: Promise<void> } {
  const pending = new Set<unknown>();
  let answered: () => void = () => {};
  let end: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    end = resolve;
  });
  let isOpen = true;

  const settle = (id: unknown) => {
    pending.delete(id);
    if (pending.size === 0) answered();
  };
  const take = (line: string) => {
    const read = messageOf(line);
    if ("error" in read) {
      transport.onerror?.(new Error(read.error));
      if (read.id !== undefined) write(refusal(read.id, read.error));
      return;
    }
    const { message } = read;
    if (isJSONRPCRequest(message) && message.method !== listening) pending.add(message.id);
    else if ("method" in message && message.method === "notifications/cancelled") settle(message.params?.requestId);
    transport.onmessage?.(message);
  };
  const transport: Transport & { readonly closed: Promise<void> } = {
    closed,
    start: async () => {
      void linesOf(input, take, (problem) => transport.onerror?.(new Error(problem))).then(async () => {
        if (pending.size > 0)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, longestWait);
            answered = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        await transport.close();
      });
    },
    send: async (message: JSONRPCMessage) => {
      if (!isOpen) return;
      write(`${JSON.stringify(message)}\n`);
      if (!("method" in message)) settle(message.id);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      answered();
      transport.onclose?.();
      end();
    },
  };
  return transport;
}

type Taken =
  | { readonly message: JSONRPCMessage }
  | { readonly error: string; readonly id: string | number | undefined };

function messageOf(line: string): Taken {
  let value: unknown;
  try {
    value = JSON.parse(line);
    return { message: parseJSONRPCMessage(value) };
  } catch {
    const { id } = Object(value) as { readonly id?: unknown };
    const isAsked = typeof id === "string" || typeof id === "number";
    const error = value === undefined ? "a line is no JSON" : "a line is no message of JSON-RPC 2.0";
    return { error, id: isAsked ? id : undefined };
  }
}

function refusal(id: string | number, message: string): string {
  return `${JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32600, message: `Invalid request: ${message}` } })}\n`;
}

/** Hands on each line that holds something, and leaves out what is too long. */
async function linesOf(
  input: Wire["input"],
  take: (line: string) => void,
  tell: (problem: string) => void,
): Promise<void> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  let length = 0;
  const add = (text: string) => {
    length += text.length;
    if (length <= longest) parts.push(text);
  };
  const finish = () => {
    const line = parts.join("").trim();
    if (length > longest) tell(`a line of more than ${longest / 1024 / 1024} MB was left out`);
    else if (line !== "") take(line);
    parts = [];
    length = 0;
  };
  try {
    for await (const chunk of input) {
      const [rest = "", ...lines] = (typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)))
        .split("\n")
        .reverse();
      for (const line of lines.reverse()) {
        add(line);
        finish();
      }
      add(rest);
    }
  } catch (error) {
    tell(`standard input can't be read: ${error}`);
  }
  finish();
}
