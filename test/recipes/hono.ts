import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Serve } from "./serve.js";

export const serveHono: Serve = async (route, { isThrown }) => {
  const app = new Hono();
  app.get("/", route);

  // recipe: Hono
  app.onError((error) => {
    if (!isThrown(error)) throw error;
    return Response.json(error.body, { status: error.status, headers: error.headers });
  });
  // end

  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(server));
  });
};
