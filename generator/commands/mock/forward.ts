import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { request as askSecurely } from "node:https";
import { printable } from "../../runtime/text.js";

/** About one connection alone (RFC 9110, 7.6.1). */
const ofConnection = [
  ...["connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization"],
  ...["te", "trailer", "transfer-encoding", "upgrade"],
];

const name = "openapi-errors-mock";

/** What comes back, or why nothing does. */
export type Forwarded = { readonly answer: IncomingMessage } | { readonly failed: string };

/** Hands a request on to the API itself, as it came but for what it said to the mock. Gone with `gone`. */
export function forwardTo(
  target: URL,
  request: IncomingMessage,
  { url, prefer }: { readonly url: string; readonly prefer: string | undefined },
  gone: AbortSignal,
): Promise<Forwarded> {
  // Its own address, in a circle.
  if (request.headers.via?.includes(name)) return Promise.resolve({ failed: "it is handed on to the mock itself" });
  const { host: _, prefer: __, ...headers } = withoutConnection(request.headers);
  const via = [request.headers.via ?? [], `1.1 ${name}`].flat().join(", ");
  const options = {
    method: request.method,
    path: target.pathname.replace(/(?<!\/)\/+$/, "") + url,
    headers: { ...headers, via, ...(prefer === undefined ? {} : { prefer }) },
    signal: gone,
  };
  return new Promise((resolve) => {
    const failed = (error: unknown) =>
      resolve({
        failed: printable(error instanceof Error ? error.message || String(Object(error).code) : String(error)),
      });
    try {
      const sent = (target.protocol === "https:" ? askSecurely : ask)(target, options, (answer) => resolve({ answer }));
      sent.once("error", failed);
      request.once("error", failed);
      request.pipe(sent);
    } catch (error) {
      failed(error);
    }
  });
}

/** Sends on what came back, as it comes. `allowing`: what lets a page read it, where the API itself says nothing of that. */
export function handBack(
  answer: IncomingMessage,
  response: ServerResponse,
  allowing: Readonly<Record<string, string>>,
): void {
  const { rawHeaders, statusCode = 502, statusMessage } = answer;
  const left = withoutConnection(answer.headers);
  const own = rawHeaders.flatMap((text, index) =>
    index % 2 === 0 && Object.hasOwn(left, text.toLowerCase()) ? [text, rawHeaders[index + 1]!] : [],
  );
  const isOpen = Object.hasOwn(left, "access-control-allow-origin");
  response.writeHead(statusCode, statusMessage, isOpen ? own : [...own, ...Object.entries(allowing).flat()]);
  // What breaks off there breaks off here.
  answer.once("error", () => response.destroy());
  answer.pipe(response);
}

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? "").toLowerCase().split(",");
  const left = Object.entries(headers).filter(
    ([header]) => !ofConnection.includes(header) && !named.some((each) => each.trim() === header),
  );
  return Object.fromEntries(left);
}
