import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  validateHeaderName,
  validateHeaderValue,
} from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { MockedApi } from "./apis.js";
import { counts } from "./counts.js";
import { allowingHeaders, isPreflight, preflightHeaders } from "./cross-origin.js";
import { type Decision, decide } from "./decide.js";
import type { SentAnswer } from "./error-answer.js";
import { forwardTo, handBack } from "./forward.js";
import { isAllowed, isNear } from "./near.js";
import { refusal } from "./refusal.js";

export interface MockOptions {
  /** Where requests go of which nothing was asked; undefined: they are answered as if all were well. */
  readonly forward: URL | undefined;
  /** Pages elsewhere that may ask: their origins. */
  readonly origins: readonly string[];
  /** Told of each answer. */
  readonly told: (line: Told) => void;
}

/** What was asked for, and what was answered. */
export interface Told {
  readonly method: string;
  readonly url: string;
  readonly operation: string | undefined;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** What was done of what was asked, or what happened else. */
  readonly what: string;
}

export interface MockServer {
  readonly server: Server;
  /** Begins anew with what `times` counts. */
  readonly reset: () => void;
}

/** Answers for APIs as their documents say, and with each of their errors where that is asked for. */
export function mockServer(apis: readonly MockedApi[], { forward, origins, told }: MockOptions): MockServer {
  const mocking = { apis, forwards: forward !== undefined, counts: counts() };
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    request.on("error", () => {});
    answer(request, response, gone.signal).catch((error: unknown) => {
      // Nobody is there any more, or it broke in its middle.
      if (gone.signal.aborted || response.headersSent) return response.destroy();
      const failed = String(error instanceof Error ? error.message : error);
      send(request, response, refusal(500, "bug", [`this is a mistake of openapi-errors: ${failed}`]), undefined);
      return told({
        method: request.method ?? "",
        url: request.url ?? "",
        operation: undefined,
        status: 500,
        what: failed,
      });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse, gone: AbortSignal): Promise<void> {
    const { method = "", url = "", headers } = request;
    const tell = (status: number | undefined, what: string, decision?: Decision) =>
      told({ method, url, operation: decision?.place?.operation.id, status, what });
    const foreign = foreignIn(request, origins);
    if (foreign !== undefined) {
      request.resume();
      response.writeHead(foreign.status, foreign.headers).end(foreign.body);
      return tell(foreign.status, "refused");
    }
    if (isPreflight(request)) {
      response.writeHead(204, preflightHeaders(request)).end();
      return tell(204, "a browser asks whether it may");
    }
    const decision = decide({ method, url, prefer: headers.prefer?.toString() }, mocking);
    const { delay, applied, note } = decision;
    const what = [applied ?? [], note || []].flat().join(", ");
    if (!("forward" in decision)) await taken(request);
    if (delay > 0) await wait(delay * 1000, undefined, { signal: gone });
    if ("forward" in decision) {
      const handed = await forwardTo(forward!, request, decision.forward, gone);
      if ("failed" in handed) {
        const why = refusal(502, "forward-failed", [`${forward!.href} can't be reached: ${handed.failed}`]);
        send(request, response, why, undefined);
        return tell(502, `not forwarded: ${handed.failed}`, decision);
      }
      handBack(handed.answer, response, allowingHeaders(request, Object.keys(handed.answer.headers)));
      return tell(handed.answer.statusCode, what, decision);
    }
    const { answer: own, ends } = decision;
    if (ends === "before") response.socket?.resetAndDestroy();
    if (ends === "before" || ends === "never") return tell(undefined, what, decision);
    send(request, response, own, applied, ends === "midway");
    tell(own.status, what, decision);
  }

  return { server, reset: () => mocking.counts.clear() };
}

/** More than this nobody waits for. */
const mostTaken = 256 * 1024 * 1024;

/** Takes what is sent, and keeps none of it: a client that is still sending does not look for an answer yet. */
function taken(request: IncomingMessage): Promise<void> {
  let length = 0;
  return new Promise((resolve) => {
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length > mostTaken) resolve();
    });
    request.once("end", resolve).once("close", resolve);
  });
}

/** Why a request is not answered for: it came by a foreign name, or from a foreign page. */
function foreignIn({ headers, url = "" }: IncomingMessage, origins: readonly string[]): SentAnswer | undefined {
  const { host = "", origin } = headers;
  if (origin !== undefined && !isAllowed(origin, origins))
    return refusal(403, "foreign", [`pages of ${origin} may not ask here: start it with --origin ${origin}`]);
  if (!isNear(host) && !origins.includes("*"))
    return refusal(403, "foreign", [
      "it is asked for by a name of somebody else: use http://127.0.0.1 or http://localhost",
    ]);
  return url.startsWith("/") ? undefined : refusal(400, "bad-request", ["this is no path"]);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: SentAnswer,
  applied: string | undefined,
  breaks = false,
): void {
  const bytes = Buffer.from(body ?? "");
  const whole = {
    ...headers,
    ...(applied === undefined ? {} : { "Preference-Applied": applied }),
    ...(hasNoBody(status) ? {} : { "Content-Length": String(bytes.length) }),
    "Cache-Control": "no-store",
  };
  const safe = Object.fromEntries(Object.entries(whole).filter(isHeader));
  response.writeHead(status, { ...safe, ...allowingHeaders(request, Object.keys(safe)) });
  if (!breaks) response.end(hasNoBody(status) ? undefined : bytes);
  else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

/** No such answer has one (RFC 9110, 6.4.1). */
function hasNoBody(status: number): boolean {
  return status < 200 || status === 204 || status === 304;
}

/** An example may hold what no header can. */
function isHeader([name, value]: readonly [string, string]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
