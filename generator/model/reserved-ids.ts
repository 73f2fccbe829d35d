/** Words that can't be the id of an API: folders of the output that hold something else, and what Python can't import. */
export const reservedIds: ReadonlySet<string> = new Set([
  ...["runtime", "docs"],
  ...["and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except"],
  ...["finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass"],
  ...["raise", "return", "try", "while", "with", "yield"],
]);
