import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
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

const route = `import { errors, isThrown } from "@/errors/shop/index";

export async function POST(): Promise<Response> {
  try {
    throw errors.soldOut({ left: 0 });
  } catch (error) {
    if (!isThrown(error)) throw error;
    return Response.json(error.body, { status: error.status, headers: error.headers });
  }
}
`;

const page = `"use client";
import { useState } from "react";
import { errorFrom, isError, parseError } from "@/errors/shop/index";

const parsed = parseError({ status: 503, body: { error: { code: "shop_closed", message: "Back soon" } } });

export default function Page() {
  const [said, setSaid] = useState("nothing yet");
  const order = async () => {
    const error = await errorFrom(await fetch("/api/orders", { method: "POST" }), { operation: "placeOrder" });
    setSaid(isError(error, "sold_out") ? \`\${error.code} \${error.details?.left}\` : error.message);
  };
  return (
    <main>
      <p id="parsed">{parsed.code}</p>
      <button onClick={order}>Order</button>
      <p id="said">{said}</p>
    </main>
  );
}
`;

const layout = `export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

/** Builds a page and a route handler with Next.js, and opens the page in a browser: what went wrong, if anything did. */
export async function nextRow(own, write, generate) {
  write(own, {
    "package.json": '{ "private": true }\n',
    "tsconfig.json": JSON.stringify(tsconfig),
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(here)} } };\n`,
    "src/app/layout.tsx": layout,
    "src/app/page.tsx": page,
    "src/app/api/orders/route.ts": route,
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
    await tab.getByRole("button").click();
    await tab.waitForFunction("document.querySelector('#said').textContent !== 'nothing yet'");
    const shown = `${await tab.locator("#parsed").textContent()}, ${await tab.locator("#said").textContent()}`;
    return shown === "shop_closed, sold_out 0" ? undefined : `the page shows ${shown}`;
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
