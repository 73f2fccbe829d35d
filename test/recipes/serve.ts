import type { AddressInfo } from "node:net";
import type { Api } from "./api.js";

/** As much of a server as the tests need. */
export interface Served {
  address(): AddressInfo | string | null;
  close(): unknown;
}

/** Starts a server whose only route throws. */
export type Serve = (route: () => never, api: Api) => Promise<Served>;

export function urlOf(server: Served): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
