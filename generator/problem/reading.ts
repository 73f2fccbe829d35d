import type { Finding } from "./problem.js";
import { suggest } from "./suggest.js";

/** Problems of reading: files, versions and references. */

export function fileUnreadable(file: string, { reason, fix }: { reason: string; fix: string }): Finding {
  return { code: "file-unreadable", level: "error", message: `\`${file}\` can't be read: ${reason}`, fix };
}

/** A version in the history of a document that can't be read: `why` is the first problem with it. */
export function versionSkipped(tag: string, file: string, why: string): Finding {
  return {
    code: "file-unreadable",
    level: "note",
    message: `\`${file}\` of \`${tag}\` is left out: ${why}`,
    fix: "nothing has to be done: what it changed is told with the version after it",
  };
}

export function documentUnnamed(): Finding {
  return {
    code: "file-unreadable",
    level: "error",
    message: "a document is neither a path nor a path and a text",
    fix: 'give `"openapi.yaml"` or `{ path: "openapi.yaml", text }`',
  };
}

export function documentUnsupported(version: string, fix: string): Finding {
  return {
    code: "document-unsupported",
    level: "error",
    message: `${version}: only OpenAPI 3.0, 3.1 and 3.2 are read`,
    fix,
  };
}

/** `document`: one that is there. `namedBy`: the option that names one, and a space; none where the word alone does. */
export function configMissing(
  file: string,
  reason: string,
  document: string | undefined,
  namedBy: string | undefined,
  elsewhere: string | undefined,
): Finding {
  const isPlain = document === undefined && namedBy === undefined;
  const like = isPlain ? "" : `, like \`${namedBy ?? ""}${document ?? "openapi.yaml"}\`,`;
  const message = `no document was named, and \`${file}\` can't be read: ${reason}`;
  if (elsewhere !== undefined)
    return { code: "file-unreadable", level: "error", message, fix: `${elsewhere}, or name a document` };
  return {
    code: "file-unreadable",
    level: "error",
    message,
    fix: `name a document${like === "" ? "," : like} or list your documents under \`apis\` in redocly.yaml`,
  };
}

export function configWithoutApis(file: string): Finding {
  return {
    code: "file-unreadable",
    level: "error",
    message: `no document was named, and \`${file}\` lists none under \`apis\``,
    fix: "name a document, or add `apis: { name: { root: path/to/openapi.yaml } }`",
  };
}

/** `apis` by another name. */
export function configApisMistyped(key: string): Finding {
  return {
    code: "file-unreadable",
    level: "error",
    message: `no document was named, and \`${key}\` is not read: the map of APIs has another name`,
    fix: "write `apis`",
  };
}

export function configApisListed(file: string): Finding {
  return {
    code: "file-unreadable",
    level: "error",
    message: `\`apis\` in \`${file}\` is no map: each API has a name there`,
    fix: "write `apis: { shop: { root: path/to/openapi.yaml } }`",
  };
}

export function configApisLeftOut(file: string, name: string): Finding {
  return {
    code: "file-unreadable",
    level: "error",
    message: `no document was named, and \`${file}\` leaves out all of its \`apis\``,
    fix: `name one, or remove \`x-openapi-errors: false\` from one, like \`${name}\``,
  };
}

export function apiWithoutRoot(id: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `the API \`${id}\` names no document`,
    fix: "add `root: path/to/openapi.yaml`",
  };
}

/** An API is a map, and no path. */
export function apiOfText(id: string, path: string): Finding {
  return { ...apiWithoutRoot(id), fix: `write \`${id}: { root: ${path} }\`` };
}

/** A config that is there and can't be read is not one that says nothing. */
export function configUnreadable(file: string, reason: string): Finding {
  return {
    code: "file-unreadable",
    level: "error",
    message: `\`${file}\` can't be read: ${reason}`,
    fix: "save it as UTF-8 text that you may read, or move it away",
  };
}

/** `root` by another name. */
export function rootMistyped(key: string, id: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${key}\` is not read, and the API \`${id}\` names no document`,
    fix: "write `root`",
  };
}

export function packageMalformed(file: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${file}\` is no JSON object from here on: nothing was written`,
    fix: "mend its syntax: `npm pkg get` says whether npm can read it",
  };
}

/** `init` names an API as nobody else in redocly.yaml is named. */
export function apiNameTaken(name: string): Finding {
  return {
    code: "contract-id",
    level: "error",
    message: `redocly.yaml has an API \`${name}\` already, with another document`,
    fix: "choose another name with `--id`",
  };
}

export function settingsMistyped(key: string, name: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${key}\` is not read: the settings have another name`,
    fix: `write \`${name}\``,
  };
}

export function settingsMisplaced(key: string, name: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${key}\` is not read here: each API has settings of its own`,
    fix: `write \`${name}\` below the API, beside its \`root\``,
  };
}

export function settingOutside(key: string, name: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${key}\` is not read here: it is one of the settings below \`${name}\``,
    fix: `write it below \`${name}\`, beside \`root\``,
  };
}

export function docsUrlInvalid(text: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${text}\` is no URL that docs could be served from`,
    fix: "write the whole of it: `https://docs.example.com/`",
  };
}

export function configIdReserved(id: string, free: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${id}\` can't be the id of an API: the word is reserved`,
    fix: `write another one, like \`${free}\``,
  };
}

/** `nearest`: a file whose name is almost that. */
export function documentUnknown(name: string, apis: readonly string[], nearest: string | undefined): Finding {
  const meant = suggest(name, apis) ?? nearest;
  const list = apis.map((api) => `\`${api}\``).join(", ");
  return {
    code: "file-unreadable",
    level: "error",
    message: `\`${name}\` is no file, and no API of redocly.yaml`,
    fix: meant !== undefined ? `write \`${meant}\`` : `name a file that exists, or one of ${list}`,
  };
}

export function idForSeveral(id: string, count: number): Finding {
  return {
    code: "contract-id",
    level: "error",
    message: `\`--id ${id}\` names one API, and here are ${count}`,
    fix: "name one document, or write `id` below each API in redocly.yaml",
  };
}

export function settingsDiffer(setting: string, value: string, other: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${setting}\` is \`${value}\`, and \`${other}\` for another API in the same folder: they share their runtime`,
    fix: `write \`${other}\`, or another \`output\``,
  };
}

export function flagDiffers(setting: string, value: string, other: string): Finding {
  const { code, level, message } = settingsDiffer(setting, value, other);
  return {
    code,
    level,
    message,
    fix: `leave the option out, write \`${setting}: ${value}\` below each API, or generate all of them`,
  };
}
