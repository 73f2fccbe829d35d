import fc from "fast-check";
import * as inbox from "../../generated/inbox/index.js";
import * as momail from "../../generated/momail/index.js";
import { anyAnswer } from "../hostile/any-answer.js";
import type { Api } from "../recipes/api.js";

/** Parses a million random answers and prints what went wrong. Run: npm run bench:random [count] */
const count = Number(process.argv[2] ?? 1_000_000);
const apis = [momail, inbox] as unknown as Api[];
let failed = 0;
let done = 0;

while (done < count) {
  for (const answer of fc.sample(anyAnswer, Math.min(10_000, count - done))) {
    done += 1;
    try {
      for (const api of apis) {
        const error = api.parseError(answer);
        if (error.status !== answer.status || typeof JSON.stringify(error) !== "string")
          throw new Error("status or JSON");
      }
    } catch (thrown) {
      failed += 1;
      console.log(String(thrown));
    }
  }
}
console.log(`${done - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
