import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const usualPort = 8080;

interface Bound {
  readonly port: number;
  /** The usual port, where that could not be had. */
  readonly taken: number | undefined;
}

/** Listens on this machine alone: at the port that was asked for, else at the usual one, else at any that is free. */
export async function listen(server: Server, asked: number | undefined): Promise<Bound | { readonly message: string }> {
  const refusal = await refusalOf(server, asked ?? usualPort);
  if (refusal && asked !== undefined) {
    const reason = refusal === "EADDRINUSE" ? "is taken" : `can't be had (${refusal})`;
    return { message: `port ${asked} ${reason}: name another one with --port, or none` };
  }
  if (refusal) await refusalOf(server, 0);
  return { port: (server.address() as AddressInfo).port, taken: refusal ? usualPort : undefined };
}

/** Why a port can't be had; undefined where it is. */
async function refusalOf(server: Server, port: number): Promise<string | undefined> {
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
    throw error;
  }
}
