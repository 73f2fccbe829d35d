import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rows } from "../hostile/rows.js";
import { serveRows } from "../hostile/server.js";

/**
 * Prints what each hostile answer costs a client: memory that it grows by, and time. Each is read in a process of its
 * own, which has parsed one small answer before. Run: npm run bench:hostile
 */
const client = fileURLToPath(new URL("hostile-client.ts", import.meta.url));
const served = await serveRows();
const bar = { megabytes: 32, milliseconds: 100 };
let over = 0;

console.log("| answer | code | RSS growth, MB | ms |\n|---|---|---|---|");
for (const [index, { name }] of rows.entries()) {
  const { code, megabytes, milliseconds } = await measure(`${served.url}/${index}`);
  const isOver = megabytes > bar.megabytes || milliseconds > bar.milliseconds;
  over += isOver ? 1 : 0;
  console.log(`| ${name} | ${code} | ${megabytes.toFixed(1)} | ${milliseconds.toFixed(1)}${isOver ? " (over)" : ""} |`);
}
served.close();
console.log(`${rows.length - over} passed, ${over} failed (bar: ${bar.megabytes} MB, ${bar.milliseconds} ms)`);
process.exitCode = over > 0 ? 1 : 0;

interface Measured {
  readonly code: string;
  readonly megabytes: number;
  readonly milliseconds: number;
}

function measure(url: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(client, [url], { execArgv: ["--import", "tsx"] });
    child.once("message", (message) => resolve(message as Measured));
    child.once("exit", (code) => reject(new Error(`the client ended with ${code}`)));
  });
}
