import type { ServerResponse } from "node:http";

/** Where served pages hear of changes. No API has this for an id. */
export const changesPath = "/-/changes";
export const scriptPath = "/-/reload.js";
export const script = `new EventSource(${JSON.stringify(changesPath)}).onmessage = () => location.reload();\n`;

/** How many pages may listen: a browser keeps six for each server, so that more are of nobody who reads. */
const maxOpen = 100;

export type Live = ReturnType<typeof live>;

/** The pages that are open. They hear of changes by server-sent events (HTML Living Standard, 9.2). */
export function live() {
  const open = new Set<ServerResponse>();
  return {
    add(response: ServerResponse): void {
      // The one that has listened longest goes: its page, if it is still there, asks again.
      const [oldest] = open;
      if (oldest && open.size >= maxOpen) {
        open.delete(oldest);
        oldest.destroy();
      }
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": open\n\n");
      open.add(response);
      response.once("close", () => open.delete(response));
    },
    reload(): void {
      // Who does not read what was written to him is gone.
      for (const response of open) if (!response.write("data: changed\n\n")) response.destroy();
    },
  };
}

const policy = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)("[^<>]*>)/;

/** A page that reloads itself: as it is served, never as it is written. Its policy takes the script of this server too. */
export function withReload(page: string): string {
  const script = `<script src="${scriptPath}" defer></script>`;
  if (!policy.test(page)) return page.replace(/<head\b[^<>]*>/i, (head) => `${head}${script}`);
  return page.replace(
    policy,
    (_, before: string, sources: string, after: string) => `${before}${allowOwn(sources)}${after}${script}`,
  );
}

function allowOwn(sources: string): string {
  const directives = new Map(
    sources
      .replaceAll("&#39;", "'")
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...values]) => [name, values]),
  );
  for (const name of ["script-src", "connect-src"]) {
    const values = directives.get(name) ?? [];
    directives.set(name, [...values.filter((value) => value !== "'none'"), "'self'"]);
  }
  return [...directives].map(([name, values]) => [name, ...values].join(" ")).join("; ");
}
