import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { rows } from "./rows.js";

/** Serves every row at the path of its number. */
export async function serveRows(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const row = rows[Number(request.url?.slice(1))]!;
    response.writeHead(row.status, { ...row.headers, "x-request-id": "req_42", "x-served-by": "edge" });
    response.end(row.body());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
