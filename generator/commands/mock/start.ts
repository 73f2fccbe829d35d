import { listen } from "../docs/listen.js";
import type { MockedApi } from "./apis.js";
import { type MockOptions, mockServer } from "./server.js";

/** A mock that listens. */
export interface Started {
  /** Without a slash at its end: a path stands behind it. */
  readonly url: string;
  /** The usual port, where that could not be had. */
  readonly taken: number | undefined;
  /** Begins anew with what `times` counts. */
  readonly reset: () => void;
  /** Ends it, whoever still waits for an answer. */
  readonly close: () => Promise<void>;
}

/** Starts a mock on this machine alone, or says why it can't be. */
export async function startMock(
  apis: readonly MockedApi[],
  port: number | undefined,
  options: MockOptions,
): Promise<Started | { readonly message: string }> {
  const { server, reset } = mockServer(apis, options);
  const bound = await listen(server, port);
  if ("message" in bound) return bound;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${bound.port}`, taken: bound.taken, reset, close };
}
