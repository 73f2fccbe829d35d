import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Serve } from "./serve.js";

export const serveHono: Serve = async (route, { isThrown }) => {
  const app = new Hono();
  app.get("/", route);

  // recipe: Hono
  app.onError((error, context) => {
    if (isThrown(error)) {
      const { status, headers, bodyText } = error;
      return new Response(bodyText, { status, headers });
    }
    // As Hono does where it has no handler.
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return context.text("Internal Server Error", 500);
  });
  // end

  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(server));
  });
};
