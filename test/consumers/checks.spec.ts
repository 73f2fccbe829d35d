import { runInNewContext } from "node:vm";
import { checks } from "./checks.js";

// Jest and Vitest have it both.
declare const test: (name: string, run: () => Promise<void>) => void;
declare const process: { readonly env: Readonly<Record<string, string>> };

const place = {
  url: process.env.SHOP_URL!,
  foreignBytes: runInNewContext("(bytes) => Uint8Array.from(bytes)"),
};

for (const [name, check] of Object.entries(checks)) test(name, async () => check(place));
