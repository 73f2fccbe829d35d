import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesOf } from "./page-files.ts";
import { startShop } from "./shop-server.mjs";

// Runs generated code in the environments of those who use it, and prints a table. Run: npm run consumers
const folder = fileURLToPath(new URL("./", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

const run = (command, args, { cwd = folder, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("close", (status) => resolve({ status, output }));
  });

async function must(command, args, options) {
  const { status, output } = await run(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${output}`);
}

await must("npm", ["ci", "--no-audit", "--no-fund"]);
const cli = ["--import", "tsx", "generator/cli.ts", "generate", "test/consumers/shop.yaml"];
await must(process.execPath, [...cli, "--output", "test/consumers/out", "--emit", "errors"], { cwd: root });

const [[config, text]] = Object.entries(filesOf("jsdom"));
writeFileSync(`${folder}out/${config}`, text);
const jest = ["jest", "--config", `out/${config}`, "--rootDir", ".", "--testMatch", "<rootDir>/checks.spec.ts"];
const vitest = (environment, ...specs) => ["vitest", "run", "--globals", "--environment", environment, ...specs];
const environments = [
  [`Jest ${version("jest")}, jest-fixed-jsdom ${version("jest-fixed-jsdom")}`, jest],
  [`Vitest ${version("vitest")}, node`, vitest("node", "checks.spec.ts")],
  [`Vitest ${version("vitest")}, jsdom ${version("jsdom")}`, vitest("jsdom", "checks.spec.ts")],
  [
    `React ${version("react")}, TanStack Query ${version("@tanstack/react-query")}, in Vitest with jsdom`,
    vitest("jsdom", "react.spec.ts"),
  ],
];

const browser = ["--import", "tsx", "--test", "test/browser/consumer.test.ts"];

console.log(`| environment, with Node ${process.versions.node} | passed |\n|---|---|`);
for (const [name, args] of environments) {
  const shop = await startShop();
  report(name, await run("npx", ["--no-install", ...args], { env: { SHOP_URL: shop.url, NO_COLOR: "1" } }));
  shop.stop();
}
report("a headless browser", await run(process.execPath, browser, { cwd: root, env: { REQUIRE_BROWSER: "1" } }));

function report(name, { status, output }) {
  const counts = [/Tests.* (\d+) passed/, /^# pass (\d+)/m, /^. pass (\d+)/m].map((count) => count.exec(output)?.[1]);
  console.log(`| ${name} | ${counts.find(Boolean) ?? "none"}${status === 0 ? "" : ", and some failed"} |`);
  if (status === 0) return;
  process.exitCode = 1;
  console.error(output);
}
