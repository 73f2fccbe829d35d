import "reflect-metadata";
import type { AddressInfo } from "node:net";
import { type ArgumentsHost, Catch, Controller, type ExceptionFilter, Module, Post } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { errorFrom, errors, isError, isThrown } from "./errors/shop/index.js";

@Controller("orders")
class Orders {
  @Post()
  place(): never {
    throw errors.soldOut({ left: 0 });
  }
}

// recipe: NestJS
@Catch()
class TypedErrors implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    if (!isThrown(error)) throw error;
    host.switchToHttp().getResponse().status(error.status).set(error.headers).send(error.body);
  }
}
// end

@Module({ controllers: [Orders] })
class Shop {}

const app = await NestFactory.create(Shop, { logger: false });
app.useGlobalFilters(new TypedErrors());
await app.listen(0, "127.0.0.1");
const { port } = app.getHttpServer().address() as AddressInfo;
const response = await fetch(`http://127.0.0.1:${port}/orders`, { method: "POST" });
const error = await errorFrom(response, { operation: "placeOrder" });
if (isError(error, "sold_out")) console.log(error.code, error.status, error.details?.left);
await app.close();
