/** Words that name nothing in Python: modules and functions are not called so. */
export const pythonKeywords: readonly string[] = ["False", "None", "True"].concat(
  "and as assert async await break class continue def del elif else except finally for from global if".split(" "),
  "import in is lambda nonlocal not or pass raise return try while with yield".split(" "),
);
