import "reflect-metadata";
import type { AddressInfo } from "node:net";
import { type ArgumentsHost, Catch, Controller, Get, Module, NotFoundException, Post } from "@nestjs/common";
import { BaseExceptionFilter, NestFactory } from "@nestjs/core";
import { errorFrom, errors, isError, isThrown } from "./errors/shop/index.js";

@Controller("orders")
class Orders {
  @Post()
  place(): never {
    throw errors.soldOut({ left: 0 });
  }

  @Get()
  find(): never {
    throw new NotFoundException("no such order");
  }
}

// recipe: NestJS
@Catch()
class TypedErrors extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost) {
    if (!isThrown(error)) return super.catch(error, host);
    const response: unknown = host.switchToHttp().getResponse();
    for (const [name, value] of Object.entries(error.headers)) this.applicationRef?.setHeader(response, name, value);
    this.applicationRef?.reply(response, error.bodyText, error.status);
  }
}
// end

@Module({ controllers: [Orders] })
class Shop {}

const app = await NestFactory.create(Shop, { logger: false });
app.useGlobalFilters(new TypedErrors(app.getHttpAdapter()));
await app.listen(0, "127.0.0.1");
const { port } = app.getHttpServer().address() as AddressInfo;
const url = `http://127.0.0.1:${port}/orders`;
const error = await errorFrom(await fetch(url, { method: "POST" }), { operation: "placeOrder" });
// What is Nest's own stays so: as JSON, with its status.
const { message } = (await (await fetch(url)).json()) as { message: string };
if (message === "no such order" && isError(error, "sold_out"))
  console.log(error.code, error.status, error.details?.left);
await app.close();
