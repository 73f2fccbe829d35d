import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { classifyAnswer } from "../../generator/runtime/index.js";
import { contractOf, readings } from "./readings.js";

describe("an answer is read as the contract says:", () => {
  for (const reading of readings)
    test(reading.name, () => {
      const { status = 404, headers = {}, body, expect } = reading;
      const found = classifyAnswer(contractOf(reading), { status, headers, body });
      const members = Object.keys(expect).map((key) => [key, found[key as keyof typeof found]]);
      assert.deepEqual(Object.fromEntries(members), expect);
    });
});
