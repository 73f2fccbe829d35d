import { hasErrors, type Problem } from "../problem/problem.js";
import { readContracts } from "../read-contracts.js";
import { askedFor } from "./asked.js";
import type { Documents, ReadOptions } from "./options.js";

/** How a mock is served. */
export interface MockOptions extends ReadOptions {
  /** Default: any that is free. */
  readonly port?: number | undefined;
  /** The URL of the API itself, where a request goes on to that asks for nothing. Default: it is answered as if all were well. */
  readonly forward?: string | undefined;
  /** Web pages elsewhere that may ask, by their origins; `*` is any. Default: those of this machine and its network. */
  readonly origins?: readonly string[] | undefined;
}

// Named without `Symbol.asyncDispose`: a program whose `lib` does not have it is to compile as well.
type DisposeSymbol = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol } ? Key : never;

/** What `await using` calls. */
type Disposed = { readonly [Key in DisposeSymbol]: () => Promise<void> };

/** A mock that listens on this machine, until it is closed: by `close`, or by `await using`. */
export interface Mock extends Disposed {
  /** Its address, without a slash at its end. */
  readonly url: string;
  /** What is wrong with the documents, though they could be read. */
  readonly problems: readonly Problem[];
  /** Begins anew with what `times` counts. */
  reset(): void;
  /** Ends it, and every connection to it. */
  close(): Promise<void>;
}

/** Why there is no mock. Its message has each problem with its place and its fix. */
export interface MockError extends Error {
  readonly problems: readonly Problem[];
}

/**
 * Serves what documents say, as `openapi-errors mock` does: an error where a request asks for one, else success. Rejects with
 * a `MockError` where a document can't be understood or the port can't be had: nothing is there then to be asked.
 *
 * @example
 * const server = await mock("openapi.yaml");
 * await fetch(`${server.url}/orders`, { method: "POST", headers: { Prefer: "error=order_limit_reached" } });
 * await server.close();
 */
export async function mock(documents?: Documents, options: MockOptions = {}): Promise<Mock> {
  const { port = 0, forward, origins = [] } = options;
  const { targets, problems: ofConfig } = askedFor(documents, options);
  const { reads, problems: ofDocuments } = await readContracts(targets, options.root);
  const problems = [...ofConfig, ...ofDocuments];
  const isPart = reads.length === 0 || reads.includes(undefined) || hasErrors(ofConfig);
  if (isPart) throw failure(problems.map(lineOf).join("\n") || "no document is named", problems);
  if (forward !== undefined && !/^https?:\/\//i.test(forward))
    throw failure(`\`forward\` is no URL: write the whole of it, like \`https://api.example.com\``, problems);
  // What listens takes longer to load than a document.
  const [{ startMock }, { mockedApi }] = await Promise.all([
    import("../commands/mock/start.js"),
    import("../commands/mock/apis.js"),
  ]);
  const apis = reads.flatMap((read) => (read ? [mockedApi(read)] : []));
  const asked = { forward: forward === undefined ? undefined : new URL(forward), origins, told: () => {} };
  const started = await startMock(apis, port, asked);
  if ("message" in started) throw failure(started.message, problems);
  const { url, reset, close } = started;
  return { url, problems, reset, close, [Symbol.asyncDispose]: close };
}

function failure(message: string, problems: readonly Problem[]): MockError {
  return Object.assign(new Error(message), { problems });
}

function lineOf({ position: { file, line, column }, level, message, fix }: Problem): string {
  return `${file}:${line}:${column}: ${level}: ${message}; ${fix}`;
}
