import assert from "node:assert/strict";
import { test } from "node:test";
import { errorFrom } from "../../generated/momail/index.js";
import { rows } from "../hostile/rows.js";
import { serveRows } from "../hostile/server.js";
import { raisedOver } from "./over-http.js";

test("every hostile answer becomes the same error in Python, over HTTP, as in TypeScript", async (t) => {
  const served = await serveRows();
  t.after(served.close);
  const found = await raisedOver(
    rows.map((_, i) => `${served.url}/${i}`),
    10,
  );
  for (const [i, { name, status, code }] of rows.entries())
    await t.test(name, async () => {
      const ours = await errorFrom(await fetch(`${served.url}/${i}`));
      for (const [client, raised] of Object.entries(found[i]!)) {
        // What is no error by its status is none, whatever its body says; `errorFrom` is asked only where it is one.
        if (status < 400) {
          assert.deepEqual(raised, {}, client);
          continue;
        }
        assert.equal(raised.failure, undefined, client);
        assert.deepEqual(
          [raised.status, raised.request_id, raised.served_by, raised.category],
          [status, "req_42", "edge", ours.category],
          client,
        );
        assert.ok(raised.message !== "" && raised.message!.length <= 500, client);
        // These two leave a body as it came over the wire: one that only claims to be compressed can be read.
        const readsMore = /^(?:urllib|http\.client) /.test(client) && name === "gzip that is named but not there";
        if (readsMore) assert.equal(raised.code, "INTERNAL_ERROR", client);
        else {
          const { closest = null, listed, message, fields } = ours;
          const theirs = [raised.code, raised.closest, raised.listed, raised.message, raised.fields];
          assert.deepEqual(theirs, [code, closest, listed, message, fields], client);
          const lost = (raised.deviations ?? []).filter(({ expected }) => expected === "a whole body").length;
          // fetch does not tell that a compressed body was cut off.
          const isLost =
            name === "gzip that is corrupt" || ours.deviations.some(({ expected }) => expected === "a whole body");
          assert.equal(lost, isLost ? 1 : 0, `${client}: ${JSON.stringify(raised.deviations)}`);
        }
        assert.ok(raised.grown! < 32, `${client}: ${raised.grown} MB`);
      }
    });
});
