import { required } from "../package/folder.js";

let library: typeof import("yaml") | undefined;

/** The slower of two YAML parsers, loaded where the faster one refuses a text. */
export function yaml(): typeof import("yaml") {
  library ??= required("yaml") as typeof import("yaml");
  return library;
}
