import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { findFile } from "./find-file.js";
import { changesPath, type Live, script, scriptPath, withReload } from "./live.js";

/** Serves the files of a folder to this machine. With `live`, its pages reload themselves. */
export function docsServer(folder: string, live: Live | undefined): Server {
  return createServer((request, response) => {
    answer(request, response, folder, live).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  live: Live | undefined,
): Promise<void> {
  const { method = "", url = "" } = request;
  if (!isLocal(request.headers.host)) return send(403, "Only http://127.0.0.1 and http://localhost are served here.\n");
  if (method !== "GET" && method !== "HEAD")
    return send(405, "Only GET and HEAD are answered here.\n", { allow: "GET, HEAD" });
  if (!url.startsWith("/") || !URL.canParse(`http://localhost${url}`)) return send(400, "This is no path.\n");
  const { pathname } = new URL(`http://localhost${url}`);
  if (live && pathname === changesPath && method === "GET") {
    if (!isOwnPage(request)) return send(403, "Only pages of this server hear of changes.\n");
    return live.add(response);
  }
  if (live && pathname === scriptPath) return send(200, script, { "content-type": "text/javascript; charset=utf-8" });
  // Browsers ask for it unbidden.
  if (pathname === "/favicon.ico") return send(204, "");

  const found = findFile(folder, pathname);
  if (!found) return send(404, "There is no such page. The list of all of them: /\n");
  if ("folder" in found) return send(301, "", { location: found.folder });
  const bytes = await readFile(found.file);
  const page = live && found.type.startsWith("text/html") ? withReload(bytes.toString("utf8")) : bytes;
  send(200, page, { "content-type": found.type });

  function send(status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): void {
    const bytes = Buffer.from(body);
    response.writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
      ...(status === 204 ? {} : { "content-length": bytes.length }),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      ...headers,
    });
    response.end(method === "HEAD" ? undefined : bytes);
  }
}

/** Asked for by a page of this server, or by no browser: others would hold connections open, and learn of each change. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { host = "", origin, "sec-fetch-site": site = "same-origin" } = headers;
  return site === "same-origin" && (origin === undefined || origin === `http://${host}`);
}

/** A page of somebody else's whose name leads here ("DNS rebinding") has that name as its host. */
function isLocal(host = ""): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(host);
}
