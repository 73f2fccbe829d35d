import type { Finding } from "./problem.js";

/** Problems of overlays. */

export function overlayInvalid(what: string): Finding {
  return {
    code: "overlay-invalid",
    level: "error",
    message: `this is no OpenAPI Overlay: ${what}`,
    fix: "write `overlay: 1.0.0`, and below `actions` a list of `{ target: $.paths, update: { ... } }`",
  };
}

export function overlayUnsupported(version: string): Finding {
  return {
    code: "overlay-invalid",
    level: "error",
    message: `\`overlay\` is \`${version}\`: only OpenAPI Overlay 1.0 and 1.1 are read`,
    fix: "write `overlay: 1.0.0`",
  };
}

/** `of`: of an overlay, or of an action, which would do nothing, or less than it says. */
export function overlayMisspelt(of: "an overlay" | "an action", key: string, meant: string): Finding {
  return {
    code: "overlay-invalid",
    level: "error",
    message: `${of} has no member \`${key}\``,
    fix: `write \`${meant}\``,
  };
}

export function removeNotBoolean(): Finding {
  return {
    code: "overlay-invalid",
    level: "error",
    message: "`remove` is neither `true` nor `false`",
    fix: "write `true`, without quotes, or remove it",
  };
}

/** `why`: what the library says, with all that it expected. */
export function targetMalformed(target: string, why: string): Finding {
  // `Expected "." or "[" but "x" found.`
  const [start, end] = [why.lastIndexOf(" but "), why.lastIndexOf(" found")];
  const found = start < 0 || end < start ? undefined : why.slice(start + " but ".length, end);
  const where =
    found === "end of input" ? ": it ends too early" : found === undefined ? "" : `: ${found} can't stand there`;
  return {
    code: "overlay-invalid",
    level: "error",
    message: `\`${target}\` is no JSONPath${where}`,
    fix: "write it like `$.paths['/orders'].get`",
  };
}

/** A target that is no JSONPath: a pointer, or names alone. */
export function targetWithoutRoot(target: unknown): Finding {
  const names = typeof target === "string" ? target.replace(/^[#/.]+/, "").split(target.includes("/") ? "/" : ".") : [];
  const steps = names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = steps.map((name) => (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name.replaceAll("'", "\\'")}']`));
  return {
    code: "overlay-invalid",
    level: "error",
    message:
      names.length > 0 ? `\`${String(target)}\` is no JSONPath: that begins with \`$\`` : "an action has no `target`",
    fix: `write \`${names.length > 0 ? `$${path.join("")}` : "target: $.paths"}\``,
  };
}

/** `reason`: where it is another one than that there is nothing at the target. */
export function overlayUnused(target: string, reason?: string, meant?: string): Finding {
  return {
    code: "overlay-unused",
    level: "warning",
    message: reason ? `the action is not applied: ${reason}` : `\`${target}\` matches nothing in the document`,
    fix: meant
      ? `write \`${meant}\``
      : `correct ${reason ? "the action" : "the target"}, or remove ${reason ? "it" : "the action"}`,
  };
}

/** What an answer shows below an overlay that lists the codes. */
export function codeUnlisted(code: string): Finding {
  return {
    code: "code-unlisted",
    level: "warning",
    message: `\`${code}\` is shown here, and no list of the contract has it`,
    fix: `add \`{ code: ${code} }\` to the \`x-error-codes\` of this answer, or correct what is shown`,
  };
}
