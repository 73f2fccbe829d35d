import { createServer } from "node:http";

/**
 * What engines share over HTTP, on this machine and in memory: bytes that were PUT under a path are what GET gives there, as the
 * remote caches of Turborepo (`/v8/artifacts/:hash`) and Nx (`/v1/cache/:hash`) ask for.
 */
export async function startRemoteCache() {
  const kept = new Map();
  let given = 0;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (status, body = "", headers = {}) => response.writeHead(status, headers).end(body);
    if (path.endsWith("/status")) return answer(200, '{"status":"enabled"}', { "content-type": "application/json" });
    if (request.method === "PUT") {
      kept.set(path, Buffer.concat(chunks));
      return answer(200, "{}", { "content-type": "application/json" });
    }
    const bytes = kept.get(path);
    if (request.method === "POST") return answer(200, "{}", { "content-type": "application/json" });
    if (bytes === undefined) return answer(404);
    if (request.method === "GET") given += 1;
    return answer(200, bytes, { "content-type": "application/octet-stream", "content-length": bytes.length });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    env: {
      ...{ TURBO_API: address, TURBO_TOKEN: "any", TURBO_TEAM: "acme" },
      ...{ NX_SELF_HOSTED_REMOTE_CACHE_SERVER: address, NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: "any" },
    },
    figures: () => ({ kept: kept.size, given }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
