/** What is mutated, and the tests that judge it: such as need no other process, so that each mutant costs little. */
export interface Section {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const runtime = (...names: readonly string[]) => names.map((name) => `generator/runtime/${name}.ts`);
const tests = (folder: string, ...names: readonly string[]) => names.map((name) => `test/${folder}/${name}.test.ts`);

export const sections: Readonly<Record<string, Section>> = {
  encoders: {
    mutate: [
      "generator/runtime/text.ts",
      "generator/problem/url.ts",
      "generator/view/hidden.ts",
      "generator/view/data/csv.ts",
      "generator/view/html/text.ts",
      "generator/view/markdown/text.ts",
      "generator/view/python/text.ts",
      "generator/view/typescript/comment.ts",
      "generator/view/typescript/text.ts",
    ],
    tests: [...tests("texts", "code-forms", "markdown-forms"), ...tests("hostile", "encoders")],
  },
  retry: {
    mutate: runtime("abort", "duration", "retry-after", "retry-budget", "retry-delay", "timer", "with-retry"),
    // Without the storms, which take too long for each change.
    tests: [
      ...tests("runtime", "delay", "retry-after", "retry-delay"),
      ...tests(
        "retry",
        "durations",
        "signals",
        "budget",
        "long-times",
        "with-retry",
        "limits",
        "transport",
        "error-bodies",
      ),
    ],
  },
  parser: {
    mutate: runtime(
      ...["api-error", "body", "bytes", "classify", "closest", "conform", "delay", "depth", "details", "envelope"],
      ...["field-item", "field-names", "fields", "headers", "kept-code", "message", "open-details", "pointer", "rule"],
      ...["status", "status-code"],
    ),
    tests: [
      // The readings first: they notice most.
      ...tests("runtime", "readings", "fields", "body", "headers", "message", "closest", "details", "envelope"),
      ...tests("runtime", "delay", "error-from", "is-error", "logs"),
      ...tests("runtime", "hostile", "servers"),
      ...tests("vectors", "vectors"),
      ...tests("hostile", "properties"),
    ],
  },
  writer: {
    // What edits YAML only makes texts.
    mutate: ["generator/write/*.ts", "!generator/write/edit-yaml.ts"],
    // The quick ones first: the first that fails is the last that is run.
    tests: [
      ...tests("write", "known-form", "hash", "lists", "folders", "recover", "whole-file", "order", "refused"),
      ...tests("write", "plan", "races", "lock", "never-lost", "faults"),
    ],
  },
};
