import { required } from "./folder.js";

/** Of this program, as package.json says it. */
export const version: string = (required("./package.json") as { readonly version: string }).version;
