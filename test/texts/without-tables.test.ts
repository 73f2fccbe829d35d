import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutTables } from "../../generator/model/texts/without-tables.js";

const cases: readonly (readonly [name: string, text: string, left: string])[] = [
  ["sentences alone stay as they are", "It is wrong:\n\n- this | that\n", "It is wrong:\n\n- this | that\n"],
  ["a table alone leaves nothing", "code    | title  \n------- | ------ \n477     | INVALID FORMAT\n", ""],
  ["a table between sentences", "Look:\n\n| a | b |\n|--|--|\n| c | d |\n\nThat is all.", "Look:\n\nThat is all."],
  ["a table in HTML", "Look: <table><tr><td>a</td></tr></TABLE> That is all.", "Look:  That is all."],
  ["a table that never ends", "Look: <table><tr><td>a", "Look:"],
];

for (const [name, text, left] of cases)
  test(name, () => {
    assert.equal(withoutTables(text), left);
  });
