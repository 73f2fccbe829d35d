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

export function overlayUnused(target: string): Finding {
  return {
    code: "overlay-unused",
    level: "warning",
    message: `\`${target}\` matches nothing in the document`,
    fix: "correct the target, or remove the action",
  };
}
