import { realpathSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** A file to be served, or where the page of a folder is. */
export type Found = { readonly file: string; readonly type: string } | { readonly folder: string };

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json"],
  [".md", "text/markdown; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
]);

/** The file of a folder that a path of a URL names. Nothing outside of it is found, whatever a link in it leads to. */
export function findFile(folder: string, pathname: string): Found | undefined {
  const segments = segmentsOf(pathname);
  // Dot files are none of the docs: what is being written has such a name.
  if (!segments || segments.some((segment) => /^\.|[\0/\\]/.test(segment))) return undefined;
  try {
    const inside = realpathSync(folder);
    const real = realpathSync(join(inside, ...segments));
    if (real !== inside && !real.startsWith(`${inside}${sep}`)) return undefined;
    const stat = statSync(real);
    if (stat.isFile()) return { file: real, type: types.get(extname(real)) ?? "application/octet-stream" };
    if (!stat.isDirectory()) return undefined;
    if (pathname.endsWith("/")) return findFile(folder, `${pathname}index.html`);
    const path = relative(inside, real).split(sep).map(encodeURIComponent).join("/");
    return { folder: path === "" ? "/" : `/${path}/` };
  } catch {
    // There is none, or none that may be read.
    return undefined;
  }
}

function segmentsOf(pathname: string): string[] | undefined {
  try {
    return pathname.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
