import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let library: typeof import("yaml") | undefined;

/** The slower of two YAML parsers, loaded where the faster one refuses a text. */
export function yaml(): typeof import("yaml") {
  library ??= require("yaml") as typeof import("yaml");
  return library;
}
