import { createRequire } from "node:module";

// From the sources and from the built program alike: both stand one folder below it.
const require = createRequire(import.meta.url);

/** Of this program, as package.json says it. */
export const version: string = (require("../package.json") as { readonly version: string }).version;
