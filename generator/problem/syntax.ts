import type { Finding } from "./problem.js";

/** Problems of syntax: text that is neither YAML nor JSON, and YAML that no document may hold. */

/** What the YAML parser found first, by its code, in words of what to do about it. */
export function syntaxBroken(code: string, reason: string): Finding {
  const quote = /^Missing closing (["'])quote/.exec(reason)?.[1];
  if (quote) return malformed(`this text has no closing \`${quote}\``, `add \`${quote}\` where the text ends`);
  const bracket = /end with a ([}\]])/.exec(reason)?.[1];
  if (bracket) return malformed(`a \`${bracket === "}" ? "{" : "["}\` is not closed`, `add \`${bracket}\``);
  const missing = /^Missing (, or :|,)/.exec(reason)?.[1];
  if (missing) return malformed(`a \`${missing}\` is missing`, "write it before what begins here");
  if (/^Unexpected /.test(reason))
    return malformed("what begins here belongs to nothing", "put a `,` or a line break before it, or remove it");
  switch (code) {
    case "MULTIPLE_DOCS":
      return malformed("the file holds more than one YAML document", "remove the line `---` and what follows it");
    case "TAB_AS_INDENT":
      return malformed("a tab can't indent YAML", "indent with spaces");
    case "RESOURCE_EXHAUSTION":
      return nestingTooDeep();
    case "BLOCK_AS_IMPLICIT_KEY":
      return malformed(
        "this line has a second `:`, or is indented like no line above it",
        "put a text that holds `: ` in quotes, or indent the line like those beside it",
      );
    case "BAD_INDENT":
      return malformed("this line is indented unlike those beside it", "give all keys of a map the same indentation");
    case "MULTILINE_IMPLICIT_KEY":
      return malformed("the text that begins here runs on into the next line", "write the `:` or `,` that ends it");
    case "BAD_SCALAR_START":
      return malformed(`a text without quotes can't begin with \`${reason.at(-1)}\``, "put the text in quotes");
    case "BAD_DQ_ESCAPE":
      return malformed(lowerFirst(reason), "write `\\\\` for a backslash, or put the text in single quotes");
    default:
      return malformed(`not well-formed YAML or JSON: ${lowerFirst(reason)}`, "mend the syntax here, or just before");
  }
}

export function documentEmpty(belonging: string): Finding {
  return malformed("the file holds no map of keys and values", `write what belongs here: ${belonging}`);
}

export function keyDuplicate(key: string, line: number): Finding {
  return {
    code: "key-duplicate",
    level: "error",
    message: `\`${key}\` stands twice in one map: in line ${line} too`,
    fix: "keep one of the two",
  };
}

export function aliasUnknown(name: string): Finding {
  return malformed(
    `no anchor \`&${name}\` stands above this alias`,
    `write \`&${name}\` before the value it stands for`,
  );
}

export function aliasCyclic(name: string): Finding {
  return malformed(`\`*${name}\` stands for a value that it is a part of`, "use a `$ref` for what refers to itself");
}

export function aliasesTooMany(): Finding {
  return malformed("the aliases of this file stand for more than a million values", "use fewer aliases, or `$ref`");
}

export function anchorsTooMany(limit: number): Finding {
  return malformed(
    `the file holds more than ${limit / 1000},000 anchors and aliases`,
    "write the values where they are used, or let `$ref` lead to them",
  );
}

export function tagWithoutJson(tag: string): Finding {
  return malformed(
    `\`!!${tag}\` makes a value that JSON has no type for`,
    "remove the tag, and write the value as text, a list or a map",
  );
}

export function valuesTooMany(limit: number): Finding {
  return malformed(
    `the file holds more than ${limit / 1_000_000} million values`,
    "split it into several files, and let `$ref` lead to them",
  );
}

export function entriesTooMany(limit: number): Finding {
  return malformed(
    `a map or list of the file holds more than ${limit / 1000},000 entries`,
    "take what is not needed out of it, or split it into several",
  );
}

export function nestingTooDeep(): Finding {
  return malformed("the file is nested more than 200 levels deep", "move what is inside into components of its own");
}

function malformed(message: string, fix: string): Finding {
  return { code: "document-malformed", level: "error", message, fix };
}

function lowerFirst(text: string): string {
  const [line = ""] = text.split("\n");
  return line.charAt(0).toLowerCase() + line.slice(1);
}
