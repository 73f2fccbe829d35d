import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { type ErrorCode, isError } from "../../generated/momail/index.js";

/**
 * What a server does with one request: an error of momail, a good answer with this body, one whose body never ends, a
 * reset, or nothing at all.
 */
export type Answer = { readonly status: number; readonly body: string } | "slow" | "reset" | "never" | (string & {});

export function momailAnswer(status: number, code: string, details?: unknown): Answer {
  return { status, body: JSON.stringify({ success: false, error: { code, message: "m", details } }) };
}

/** A server that gives these answers in turn, for the time of one test. */
export async function serve(t: TestContext, answers: readonly Answer[]): Promise<{ url: string; seen: () => number }> {
  let seen = 0;
  const server = createServer((_request, response) => {
    answer(response, answers[seen] ?? "{}");
    seen += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen: () => seen };
}

/** An address that nobody listens at. */
export async function refusedUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

/** Whether what was thrown is the error of this code. */
export function codes(code: ErrorCode): (error: unknown) => boolean {
  return (error) => isError(error, code);
}

function answer(response: ServerResponse, given: Answer): void {
  if (given === "never") return;
  if (given === "slow") response.writeHead(200).write("so far");
  else if (given === "reset") response.socket?.resetAndDestroy();
  else if (typeof given === "string") response.writeHead(200, { "content-type": "application/json" }).end(given);
  else response.writeHead(given.status, { "content-type": "application/json" }).end(given.body);
}
