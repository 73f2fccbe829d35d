import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Serve } from "./serve.js";

export const serveNode: Serve = async (route, { isThrown }) => {
  const answer = async (_request: IncomingMessage, _response: ServerResponse) => route();

  // recipe: node:http
  function answerWith(error: unknown, response: ServerResponse) {
    if (!isThrown(error)) console.error(error);
    if (response.headersSent) response.destroy();
    else if (isThrown(error)) response.writeHead(error.status, error.headers).end(error.bodyText);
    else response.writeHead(500).end();
  }

  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      answerWith(error, response);
    }
  });
  // end

  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
};
