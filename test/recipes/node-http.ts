import { createServer, type ServerResponse } from "node:http";
import type { Serve } from "./serve.js";

export const serveNode: Serve = async (route, { isThrown }) => {
  // recipe: node:http
  function answerWith(error: unknown, response: ServerResponse) {
    if (!isThrown(error)) throw error;
    response.writeHead(error.status, error.headers).end(JSON.stringify(error.body));
  }
  // end

  const server = createServer((_request, response) => {
    try {
      route();
    } catch (error) {
      answerWith(error, response);
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
};
