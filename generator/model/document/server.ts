import { child, type Node, textAt } from "../../read/source.js";

/** The first server of a document, its variables at their defaults, where that is an absolute http(s) URL. */
export function readServer(document: Node): string | undefined {
  const server = child(document, "servers", 0);
  const url = textAt(server, "url")?.replace(
    /\{([^{}]*)\}/g,
    (variable, name: string) => textAt(server, "variables", name, "default") ?? variable,
  );
  if (url === undefined || !/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.replace(/(?<!\/)\/+$/, "");
}
