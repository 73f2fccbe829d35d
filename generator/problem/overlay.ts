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

/** `reason`: where it is another one than that there is nothing at the target. */
export function overlayUnused(target: string, reason?: string): Finding {
  return {
    code: "overlay-unused",
    level: "warning",
    message: reason ? `the action is not applied: ${reason}` : `\`${target}\` matches nothing in the document`,
    fix: `correct ${reason ? "the action" : "the target"}, or remove ${reason ? "it" : "the action"}`,
  };
}
