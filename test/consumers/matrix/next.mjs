import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { filesOf } from "../page-files.ts";
import { bin, here, root, run } from "./tools.mjs";

/** The tsconfig.json of create-next-app 16. */
const tsconfig = {
  compilerOptions: {
    target: "ES2017",
    lib: ["dom", "dom.iterable", "esnext"],
    allowJs: true,
    skipLibCheck: true,
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    module: "esnext",
    moduleResolution: "bundler",
    resolveJsonModule: true,
    isolatedModules: true,
    jsx: "react-jsx",
    incremental: true,
    plugins: [{ name: "next" }],
    paths: { "@/*": ["./src/*"] },
  },
  include: ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts"],
  exclude: ["node_modules"],
};

const layout = `export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

/** Builds the page, the action and the route handler of the manual with Next.js, and opens the page in a browser: what went wrong, if anything did. */
export async function nextRow(own, write, generate) {
  write(own, {
    "package.json": '{ "private": true }\n',
    "tsconfig.json": JSON.stringify(tsconfig),
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(here)} } };\n`,
    "src/app/layout.tsx": layout,
    ...filesOf("next"),
  });
  const generated = await generate(own, []);
  if (generated.status !== 0) return generated.output;
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  const built = await run(bin("next/dist/bin/next", "build"), own, env);
  if (built.status !== 0) return built.output;
  const port = await freePort();
  const [command, ...args] = bin("next/dist/bin/next", "start", "--port", String(port));
  const server = spawn(command, args, { cwd: own, env: { ...process.env, ...env }, stdio: "ignore" });
  try {
    return await opened(`http://127.0.0.1:${port}/`);
  } finally {
    server.kill();
  }
}

/** What is wrong with the page, by what it shows. */
async function opened(url) {
  const { chromium } = await import(join(root, "node_modules/playwright-core/index.mjs"));
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const tab = await browser.newPage();
    for (let tries = 0; ; tries++) {
      const response = await tab.goto(url).catch(() => undefined);
      if (response?.ok()) break;
      if (tries > 50) return `${url} does not answer`;
      await new Promise((done) => setTimeout(done, 200));
    }
    for (const [button, shown] of [
      ["Order", "only 0 left"],
      ["Reserve", "only 2 left"],
    ]) {
      await tab.getByRole("button", { name: button }).click();
      const said = tab.getByText(shown);
      const missing = await said.waitFor({ timeout: 10_000 }).then(() => "", String);
      if (missing) return `after ${button}, the page does not show ${shown}: ${await tab.locator("main").innerText()}`;
    }
  } finally {
    await browser.close();
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
