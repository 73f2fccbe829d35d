import { createServer } from "node:http";

/** Starts the server that the checks ask: each way of failing is a path. */
export async function startShop(page = "") {
  const seen = new Map();
  const server = createServer((request, response) => {
    // A browser tries again by itself where a connection that it had used before is reset.
    response.setHeader("connection", "close");
    const path = request.url.slice(1);
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    answer(response, path, times);
  });
  const answer = (response, path, times) => {
    const error = (status, body) =>
      response.writeHead(status, { "content-type": "application/json", "retry-after": "0" }).end(JSON.stringify(body));
    if (path === "") response.writeHead(200, { "content-type": "text/html" }).end(page);
    else if (path === "invalid")
      error(422, {
        error: {
          code: "invalid_order",
          message: "Not valid",
          details: [{ path: ["items", 0], message: "is unknown" }],
        },
      });
    else if (path.startsWith("silent") && !(path === "silent-once" && times % 2 === 0)) return;
    else if (path === "reset-once" && times % 2 === 1) response.socket.resetAndDestroy();
    else if (path === "closed-twice" && times % 3 !== 0)
      error(503, { error: { code: "shop_closed", message: "Back soon" } });
    else response.writeHead(200).end("open");
  };
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}
