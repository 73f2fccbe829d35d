import { QueryClient } from "@tanstack/query-core";
import axios, { isAxiosError } from "axios";
import ky from "ky";
import createClient, { type Middleware } from "openapi-fetch";
import { errorFrom, isError, parseError, retryDelay, withRetry } from "../../generated/tenantcore/index.js";

/** Asks a server for a list with one client, by its recipe. Rejects with the typed error. */
export type Ask = (url: string) => Promise<unknown>;

export const askFetch: Ask = async (url) => {
  // recipe: fetch
  const response = await fetch(url);
  if (!response.ok) throw await errorFrom(response);
  return response.json();
  // end
};

export const askFetchWithRetry: Ask = async (url) => {
  // recipe: fetch, with retry
  const response = await withRetry((_attempt, { signal }) => fetch(url, { signal }), {
    method: "GET",
    timeout: 10_000,
  });
  return response.json();
  // end
};

export const askOpenapiFetch: Ask = async (url) => {
  // recipe: openapi-fetch
  const typedErrors: Middleware = {
    async onResponse({ response }) {
      if (!response.ok) throw await errorFrom(response);
    },
  };
  // end
  const client = createClient<{ "/": { get: { responses: { 200: { content: { "application/json": unknown } } } } } }>({
    baseUrl: url,
  });
  client.use(typedErrors);
  return (await client.GET("/")).data;
};

export const askKy: Ask = (url) => {
  // recipe: ky
  const client = ky.extend({
    retry: 0, // or ky retries by status before the error is known
    throwHttpErrors: false,
    hooks: {
      afterResponse: [
        async (_request, _options, response) => {
          if (!response.ok) throw await errorFrom(response);
        },
      ],
    },
  });
  // end
  return client.get(url).json();
};

export const askAxios: Ask = async (url) => {
  const client = axios.create();
  // recipe: axios
  client.interceptors.response.use(undefined, (error: unknown) => {
    if (!isAxiosError(error) || !error.response) throw error;
    const { status, headers, data } = error.response;
    throw parseError({ status, headers: headers as Record<string, string>, body: data }, { cause: error });
  });
  // end
  return (await client.get(url)).data;
};

export const askTanstackQuery: Ask = (url) => {
  // recipe: TanStack Query
  const delayOf = (failures: number, error: unknown) =>
    isError(error) ? retryDelay(error, { attempt: failures + 1, method: "GET" }) : undefined;
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => delayOf(failures, error) !== undefined,
        retryDelay: (failures, error) => delayOf(failures, error) ?? 0,
      },
    },
  });
  // end
  return client.fetchQuery({ queryKey: [url], queryFn: () => askFetch(url) });
};
