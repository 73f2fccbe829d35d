import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { errorFrom, isError, retryDelay } from "./out/shop/index.js";

const url = process.env.SHOP_URL!;

/** The recipe of the README. */
const delayOf = (failures: number, error: unknown) => retryDelay(error, { attempt: failures + 1, method: "GET" });
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => delayOf(failures, error) !== undefined,
      retryDelay: (failures, error) => delayOf(failures, error) ?? 0,
    },
  },
});

function Shop({ path }: { readonly path: string }) {
  const { data, error } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => {
      const response = await fetch(`${url}${path}`, { signal });
      if (!response.ok) throw await errorFrom(response);
      return response.text();
    },
  });
  return isError(error) ? error.code : (data ?? "loading");
}

for (const [path, shown] of [
  ["closed-twice", "open"],
  ["reset-once", "open"],
  ["invalid", "invalid_order"],
] as const)
  test(`a component shows ${shown} for ${path}`, async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const root = document.createElement("div");
    const shop = createElement(QueryClientProvider, { client }, createElement(Shop, { path }));
    await act(async () => createRoot(root).render(shop));
    await expect.poll(() => act(async () => root.textContent), { timeout: 5000 }).toBe(shown);
  });
