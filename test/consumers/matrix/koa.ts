import type { AddressInfo } from "node:net";
import Koa from "koa";
import { errorFrom, errors, isError, isThrown } from "./errors/shop/index.js";

const app = new Koa();
app.silent = true;

// recipe: Koa
app.use(async (context, next) => {
  try {
    await next();
  } catch (error) {
    if (!isThrown(error)) throw error;
    context.body = error.bodyText ?? null;
    // Behind the body, of which Koa makes a status and a media type where there are none.
    context.status = error.status;
    context.set(error.headers);
  }
});
// end

app.use((context) => {
  if (context.method === "POST") throw errors.soldOut({ left: 0 });
  context.throw(404, "no such order");
});

const server = app.listen(0, "127.0.0.1");
await new Promise((listening) => server.once("listening", listening));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
const answer = await fetch(url, { method: "POST" });
const type = answer.headers.get("content-type");
const error = await errorFrom(answer, { operation: "placeOrder" });
// What is Koa's own stays so: as text, with its status.
const other = await fetch(url);
if (other.status === 404 && (await other.text()) === "no such order" && type === "application/json")
  if (isError(error, "sold_out")) console.log(error.code, error.status, error.details?.left);
server.close();
