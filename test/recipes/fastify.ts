import fastify from "fastify";
import type { Serve } from "./serve.js";

export const serveFastify: Serve = async (route, { isThrown }) => {
  const app = fastify();
  app.get("/", route);

  // recipe: Fastify
  app.setErrorHandler((error, _request, reply) => {
    if (!isThrown(error)) throw error;
    return reply.code(error.status).headers(error.headers).send(error.bodyText);
  });
  // end

  await app.listen({ port: 0, host: "127.0.0.1" });
  return app.server;
};
