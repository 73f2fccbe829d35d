import "@angular/compiler";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  HttpClient,
  HttpErrorResponse,
  type HttpInterceptorFn,
  provideHttpClient,
  withFetch,
  withInterceptors,
} from "@angular/common/http";
import {
  createEnvironmentInjector,
  type EnvironmentInjector,
  Injector,
  provideZonelessChangeDetection,
  ɵINJECTOR_SCOPE as scope,
} from "@angular/core";
import got from "got";
import { ofetch } from "ofetch";
import { catchError, firstValueFrom } from "rxjs";
import wretch from "wretch";
import { errorFrom, errors, isError, parseError } from "./errors/shop/index.js";

/** Asks a server with one client, by its recipe. Rejects with the typed error. */
type Ask = (url: string) => Promise<unknown>;

const askGot: Ask = (url) => {
  // recipe: got
  const client = got.extend({
    retry: { limit: 0 }, // or got retries by status before the error is known
    hooks: {
      beforeError: [
        (error) => {
          if (!error.response) return error;
          const { statusCode: status, headers, body } = error.response;
          return parseError({ status, headers, body }, { request: error.options }) as never;
        },
      ],
    },
  });
  // end
  return client.post(url).json();
};

const askOfetch: Ask = (url) => {
  // recipe: ofetch, and so Nuxt's $fetch
  const client = ofetch.create({
    retry: 0,
    onResponseError({ response, options }) {
      // Not `errorFrom`: ofetch has read the body.
      const { status, headers, url, _data: body } = response;
      throw parseError({ status, headers, body }, { request: { method: options.method, url } });
    },
  });
  // end
  return client(url, { method: "POST" });
};

const askWretch: Ask = (url) => {
  // recipe: wretch
  const client = wretch().middlewares([
    (next) => async (url, options) => {
      const response = await next(url, options);
      if (response.ok) return response;
      throw await errorFrom(response, { request: { method: options.method, url } });
    },
  ]);
  // end
  return client.url(url).post().json();
};

const askAngular: Ask = (url) => {
  // recipe: Angular
  const typedErrors: HttpInterceptorFn = (request, next) =>
    next(request).pipe(
      catchError((error: unknown) => {
        // Of status 0: no answer came.
        if (!(error instanceof HttpErrorResponse) || error.status === 0) throw error;
        const { status, headers, error: body } = error;
        throw parseError({ status, headers, body }, { request });
      }),
    );
  // end
  // As much of an application as its HTTP client asks for.
  const injector = createEnvironmentInjector(
    [
      { provide: scope, useValue: "root" },
      provideZonelessChangeDetection(),
      provideHttpClient(withFetch(), withInterceptors([typedErrors])),
    ],
    Injector.create({ providers: [] }) as EnvironmentInjector,
  );
  return firstValueFrom(injector.get(HttpClient).post(url, null));
};

const server = createServer((request, response) => {
  const { status, headers, bodyText } = errors.soldOut({ left: 0 }, { requestId: "r1", retryAfter: 7 });
  if (request.url === "/orders") response.writeHead(status, headers).end(bodyText);
  else response.writeHead(200, { "content-type": "application/json" }).end("[]");
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const said = new Set<string>();
for (const ask of [askGot, askOfetch, askWretch, askAngular]) {
  if (JSON.stringify(await ask(url)) !== "[]") throw new Error(`${ask.name} gives no answer`);
  const error: unknown = await ask(`${url}/orders`).catch((error: unknown) => error);
  if (!isError(error, "sold_out")) throw error;
  if (error.request?.url !== `${url}/orders` || error.request.method !== "POST" || error.retryAfter !== 7)
    throw new Error(`${ask.name} does not tell what was sent: ${JSON.stringify(error)}`);
  said.add(`${error.code} ${error.status} ${error.details?.left}`);
}
console.log([...said].join("\n"));
server.close();
