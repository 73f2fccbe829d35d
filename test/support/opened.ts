import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

const source = readFileSync(new URL("opened-spy.ts", import.meta.url), "utf8");

/** A module to import before a program: it writes what that opens to the file that OPENED_LOG names. JavaScript, as workers have it. */
export const spy = `data:text/javascript,${encodeURIComponent(transformSync(source, { loader: "ts" }).code)}`;
