import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const prism = join(dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist/index.js");

/** A mock server that nobody here wrote, serving one document. */
export async function startPrism(document: string, tries = 3): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const child = spawn(process.execPath, [prism, "mock", document, "--port", String(port), "--host", "127.0.0.1"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await listening(child);
  } catch (error) {
    // Between the two, another test may have taken the port.
    if (tries > 1 && String(error).includes("EADDRINUSE")) return startPrism(document, tries - 1);
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk;
      if (/listening/i.test(output)) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", () => reject(new Error(`Prism ended: ${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
