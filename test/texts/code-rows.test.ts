import assert from "node:assert/strict";
import { test } from "node:test";
import { codeRows, type Described } from "../../generator/model/texts/code-rows.js";

const nothing = () => false;

/** Each row in one line: code, status, title, text. */
function read(text: string, described: Described = "anything", isOther: (name: string) => boolean = nothing): string[] {
  return codeRows(text, described, isOther).map((row) =>
    [row.code, row.status, row.title, row.text].map((part) => part ?? "-").join(" | "),
  );
}

function rowsOf(...codes: readonly string[]): string[] {
  return codes.map((code) => `${code} | - | - | -`);
}

const cases: readonly (readonly [name: string, text: string, described: Described, rows: readonly string[]])[] = [
  [
    "a table with columns in any order, in Markdown",
    "Meaning | HTTP status | Error code\n--- | --- | ---\nIt is full | 409 Conflict | `full_up`\n",
    "anything",
    ["full_up | 409 | - | It is full"],
  ],
  [
    "a table in HTML, whose cells hold tags",
    "<table><tr><th>Error</th><th>About</th></tr><tr><td><b>full_up</b></td><td>It is<br/>full</td></tr></table>",
    "anything",
    ["full_up | - | - | It is full"],
  ],
  [
    "cells that look like codes, where the line before speaks of errors",
    "It may fail with:\n\n| Key | About |\n|--|--|\n| `full_up` | It is full |\n| `far_off` | It is far |",
    "anything",
    ["full_up | - | - | It is full", "far_off | - | - | It is far"],
  ],
  [
    "a list below statuses that are headings",
    "#### Errors\n- 404\n  - `no_cat`: there is none\n  - `no_dog`: none\n- 409\n  - `busy_cat`: it hunts\n",
    "anything",
    ["no_cat | 404 | - | there is none", "no_dog | 404 | - | none", "busy_cat | 409 | - | it hunts"],
  ],
  [
    "numbers with names, of a member that is the code",
    "Which error.\n\n1001: Bad name: It has no letters\n1002 - Worse: It has none at all",
    "code",
    ["1001 | - | Bad name | It has no letters", "1002 | - | Worse | It has none at all"],
  ],
  [
    "names in a sentence with what they stand for, of a member that is the code",
    "One of `row_gone` (the row was deleted) or `row_moved` (it is in another table).",
    "code",
    ["row_gone | - | - | the row was deleted", "row_moved | - | - | it is in another table"],
  ],
  [
    "numbers in a sentence",
    "(4 = no such table, 5: it exists)",
    "code",
    ["4 | - | - | no such table", "5 | - | - | it exists"],
  ],
  ["a single one in a sentence", "Such as `row_gone` (the row was deleted).", "code", []],
  ["names in a sentence about anything", "`row_gone` (it was deleted), `row_moved` (it is elsewhere)", "anything", []],
  [
    "several codes in one cell",
    "| Error code |\n|--|\n| `a_b`, `c_d` |",
    "anything",
    ["a_b | - | - | -", "c_d | - | - | -"],
  ],
  [
    "several statuses in one cell, and a range of them",
    "| Error code | Status | Meaning |\n|--|--|--|\n| `a_b` | 400 Bad Request, 404 Not Found | One |\n| `c_d` | 500-599 | Two |\n| `e_f` | 401 to 403 | Three |\n| `g_h` | 409 and 422 | Four |",
    "anything",
    [
      "a_b | 400 | - | One",
      "a_b | 404 | - | One",
      "c_d | 5XX | - | Two",
      "e_f | 401 | - | Three",
      "e_f | 402 | - | Three",
      "e_f | 403 | - | Three",
      "g_h | 409 | - | Four",
      "g_h | 422 | - | Four",
    ],
  ],
  [
    "several statuses of an item",
    "Errors:\n- 400, 404 - `a_b`: one\n- `c_d` (401/403): two\n- `e_f` (409): three",
    "anything",
    [
      "a_b | 400 | - | one",
      "a_b | 404 | - | one",
      "c_d | 401 | - | two",
      "c_d | 403 | - | two",
      "e_f | 409 | - | three",
    ],
  ],
  [
    "what an answer is given for, without a colon",
    "It does not work when:\n\n* `cat_asleep` when the cat sleeps.\n* `dog_away` is returned if there is no dog",
    "error",
    ["cat_asleep | - | - | When the cat sleeps.", "dog_away | - | - | If there is no dog"],
  ],
  [
    "errors whose condition speaks of something else",
    "Returns an error if the body has such fields:\n- `cat_asleep`: it sleeps\n- `dog_away`: it is out",
    "anything",
    ["cat_asleep | - | - | it sleeps", "dog_away | - | - | it is out"],
  ],
  [
    "a single item of an answer that is an error",
    "It is not possible now.\n\n* `cat_asleep` - The cat can not be woken.",
    "error",
    ["cat_asleep | - | - | The cat can not be woken."],
  ],
  ["a single item that may be a member", "It is wrong.\n\n* `cat.name` - It has to be short.", "error", []],
  ["a single item of anything", "It is wrong.\n\n* `cat_asleep` - The cat can not be woken.", "anything", []],
  ["statuses only", "| Code | Meaning |\n|--|--|\n| 400 | Bad |\n| 404 | Gone |", "error", []],
  ["parameters", "Query parameters:\n- `page_size`: how many\n- `page_at`: where", "error", []],
  ["fields of an error", "The error object has these fields:\n- `err_code`: which\n- `err_text`: what", "error", []],
  ["permissions", "Required permissions:\n- `cats_read`: to read\n- `cats_write`: to write", "error", []],
  ["a list of sentences", "Errors:\n- The cat is asleep.\n- The dog: it barks at cats.", "error", []],
  ["codes of something else", "Discount codes:\n- `ten_off`: ten\n- `half_off`: half", "anything", []],
  [
    "names in a sentence about a code",
    "Either `no_cat`, `no_dog` or `no_bird`.",
    "code",
    rowsOf("no_cat", "no_dog", "no_bird"),
  ],
  ["names that a sentence announces", "The kind. Possible values: no_cat, no_dog", "code", rowsOf("no_cat", "no_dog")],
  ["quotations in a sentence about a code", 'Can be "no_cat" or "no_dog"', "code", rowsOf("no_cat", "no_dog")],
  ["names between bars", "`no_cat` | `no_dog`", "code", rowsOf("no_cat", "no_dog")],
  ["constants in one word, announced", "Codes: ASLEEP, BUSY", "code", rowsOf("ASLEEP", "BUSY")],
  ["names that are examples", "A name, such as `no_cat` or `no_dog`.", "code", []],
  ["members beside the code", "Comes with `cat_name` and `cat_age`.", "code", []],
  ["a single name", "Use `no_cat` for it.", "code", []],
  [
    "numbers and names in a sentence",
    "0: OK, 1: ASLEEP, 2: NO_CAT",
    "code",
    ["1 | - | ASLEEP | -", "2 | - | NO_CAT | -"],
  ],
  [
    "a list of definitions",
    "no_cat\n: There is none\n\nno_dog\n: It ran away\n",
    "code",
    ["no_cat | - | - | There is none", "no_dog | - | - | It ran away"],
  ],
  [
    "items without anything between name and text",
    "1. `no_cat` There is none\n2. `no_dog` Gone",
    "code",
    ["no_cat | - | - | There is none", "no_dog | - | - | Gone"],
  ],
  [
    "a colon of full width, and none of it",
    "错误码:\n- NO_CAT\uff1a没有猫\n- NO_DOG:没有狗",
    "code",
    ["NO_CAT | - | - | 没有猫", "NO_DOG | - | - | 没有狗"],
  ],
  ["code in fences", "Error codes:\n```\n- `a_b`: x\n- `c_d`: y\n```", "error", []],
];

for (const [name, text, described, rows] of cases)
  test(name, () => {
    assert.deepEqual(read(text, described), rows);
  });

test("a list of names that stand for something else lists no codes", () => {
  const text = "Errors:\n- `page_size`: too large\n- `page_at`: too far";
  assert.equal(read(text).length, 2);
  assert.deepEqual(
    read(text, "anything", (name) => name.startsWith("page_")),
    [],
  );
});
