import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as inbox from "../../generated/inbox/index.js";
import * as mailshield from "../../generated/mailshield/index.js";
import * as momail from "../../generated/momail/index.js";
import * as tenantcore from "../../generated/tenantcore/index.js";
import * as themes from "../../generated/themes/index.js";
import type { Api } from "../recipes/api.js";
import { rows } from "./rows.js";
import { serveRows } from "./server.js";

// Seen as one of them: all five have the same functions.
const apis = { inbox, mailshield, momail, tenantcore, themes } as unknown as Record<string, Api>;
let served: Awaited<ReturnType<typeof serveRows>>;
before(async () => {
  served = await serveRows();
});
after(() => served.close());

for (const [index, { name, status, code }] of rows.entries()) {
  test(`${name} becomes one typed error`, async () => {
    for (const [id, api] of Object.entries(apis)) {
      const error = await api.errorFrom(await fetch(`${served.url}/${index}`));
      assert.ok(error instanceof Error && api.isError(error), id);
      assert.equal(error.status, status, id);
      assert.equal(error.requestId, "req_42", id);
      assert.equal(error.headers["x-served-by"], "edge", id);
      assert.equal(typeof error.code, "string", id);
      assert.ok(error.message.length > 0 && error.message.length <= 500, id);
      assert.doesNotMatch(error.message, /[\u0000-\u001f\u007f-\u009f\u202e]/, id);
      assert.doesNotMatch(error.message, /\p{Surrogate}/u, id);
      assert.ok(Array.isArray(error.fields) && Array.isArray(error.deviations), id);
      const revived = api.fromJSON(JSON.parse(JSON.stringify(error)));
      assert.equal(revived.code, error.code, id);
      assert.equal(revived.status, status, id);
    }
    const error = await momail.errorFrom(await fetch(`${served.url}/${index}`));
    assert.equal(error.code, code);
  });
}
