/** Bun and Deno say that they are a version of Node, and have ways of their own to load and keep code. */
export const isNode: boolean = !["bun", "deno"].some((name) => name in process.versions);
