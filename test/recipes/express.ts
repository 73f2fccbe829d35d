import express from "express";
import type { Serve } from "./serve.js";

export const serveExpress: Serve = async (route, { isThrown }) => {
  const app = express();
  app.get("/", route);

  // recipe: Express
  app.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (response.headersSent || !isThrown(error)) return next(error);
    response.status(error.status).set(error.headers).send(error.bodyText);
  });
  // end

  return new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () => resolve(server));
  });
};
