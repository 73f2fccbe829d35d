import { QueryClient as PinnedQueryClient } from "@tanstack/query-core";
import axios, { type CreateAxiosDefaults, isAxiosError } from "axios";
import pinnedKy from "ky";
import ky from "ky-latest";
import createClient, { type Middleware } from "openapi-fetch";
import { QueryClient as LatestQueryClient } from "query-core-latest";
import { errorFrom, parseError, retryDelay, withRetry } from "../../generated/tenantcore/index.js";

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
        async ({ response }) => {
          if (!response.ok) throw await errorFrom(response);
        },
      ],
    },
  });
  // end
  return client.get(url).json();
};

export const askKy1: Ask = (url) => {
  const ky = pinnedKy;
  // recipe: ky 1, whose hooks take several parameters
  const client = ky.extend({
    retry: 0,
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

export const askAxios: Ask = (url) => askWithAxios(url);

/** As a browser does for a file. */
export const askAxiosForBlob: Ask = (url) => askWithAxios(url, { responseType: "blob", adapter: "fetch" });

async function askWithAxios(url: string, config: CreateAxiosDefaults = {}): Promise<unknown> {
  const client = axios.create(config);
  // recipe: axios
  client.interceptors.response.use(undefined, async (error: unknown) => {
    if (!isAxiosError(error) || !error.response) throw error;
    const { status, headers, data } = error.response;
    // A Blob where a file was asked for: `responseType: "blob"`.
    const body: unknown = data instanceof Blob ? await data.text() : data;
    // Without the error as `cause`: it holds what was sent, and loggers print it.
    throw parseError({ status, headers: headers as Record<string, string>, body }, { request: error.config });
  });
  // end
  return (await client.get(url)).data;
}

const askTanstack =
  (QueryClient: typeof PinnedQueryClient, ask: Ask): Ask =>
  (url) => {
    // recipe: TanStack Query
    // Undefined where the request is not to be sent again.
    const delayOf = (failures: number, error: unknown) => retryDelay(error, { attempt: failures + 1, method: "GET" });
    const client = new QueryClient({
      defaultOptions: {
        queries: {
          retry: (failures, error) => delayOf(failures, error) !== undefined,
          retryDelay: (failures, error) => delayOf(failures, error) ?? 0,
        },
      },
    });
    // end
    return client.fetchQuery({ queryKey: [url], queryFn: () => ask(url) });
  };

export const askTanstackQuery: Ask = askTanstack(PinnedQueryClient, askFetch);
export const askLatestTanstackQuery: Ask = askTanstack(
  LatestQueryClient as unknown as typeof PinnedQueryClient,
  askFetch,
);
