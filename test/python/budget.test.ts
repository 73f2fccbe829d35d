import assert from "node:assert/strict";
import { test } from "node:test";
import { parseError, retryBudget, retryDelay } from "../../generated/momail/index.js";
import { askPython } from "./run-python.js";

/** Clients that call in turn. Of each `period` requests, the server fails the first `down`. */
interface Storm {
  readonly clients: number;
  readonly calls: number;
  readonly down: number;
  readonly period: number;
  readonly options: { readonly tokens?: number; readonly refund?: number };
}

const storms: readonly Storm[] = [
  { clients: 1, calls: 1000, down: 1, period: 1, options: {} },
  { clients: 100, calls: 20, down: 1, period: 1, options: { tokens: 2 } },
  { clients: 3, calls: 1000, down: 1, period: 2, options: { tokens: 20 } },
  { clients: 3, calls: 1000, down: 9, period: 10, options: { tokens: 20 } },
  { clients: 3, calls: 1000, down: 500, period: 1000, options: {} },
  { clients: 1, calls: 1000, down: 1, period: 20, options: {} },
  { clients: 1, calls: 500, down: 1, period: 3, options: { tokens: 3, refund: 0.3 } },
  { clients: 2, calls: 10, down: 1, period: 1, options: { tokens: 0 } },
];

test("a budget holds in Python as it does in TypeScript: attempts are 1.1 times the requests, and the tokens", async () => {
  const found = await askPython<{ sent: number; left: number }>("storm.py", storms);
  assert.deepEqual(found, storms.map(sentBy));
  for (const [i, { clients, calls, options }] of storms.entries()) {
    const { tokens = 50, refund = 0.1 } = options;
    assert.ok(found[i]!.sent <= clients * (calls * (1 + refund) + tokens), JSON.stringify([storms[i], found[i]]));
  }
  assert.deepEqual([found[0], found[1]?.sent], [{ sent: 1050, left: 0 }, 2200]);
});

function sentBy({ clients, calls, down, period, options }: Storm): { sent: number; left: number } {
  const budgets = Array.from({ length: clients }, () => retryBudget(options));
  const error = parseError({ status: 503 });
  let sent = 0;
  for (let call = 0; call < calls; call += 1)
    for (const budget of budgets)
      for (let attempt = 1, delay: number | undefined = 0; delay !== undefined; attempt += 1) {
        const fails = sent % period < down;
        sent += 1;
        if (!fails) budget.refund();
        delay = fails ? retryDelay(error, { attempt, method: "GET", budget, random: () => 0.5 }) : undefined;
      }
  return { sent, left: budgets[0]!.left() };
}
