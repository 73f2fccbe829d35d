import type { Sources } from "../../read/reader.js";
import { child, isObject, members, type Node } from "../../read/source.js";
import { partsOf } from "./schemas.js";

/**
 * Whether the alternatives of a member make different errors: their constants differ, or, of a member of the body itself,
 * some are objects and others are not.
 */
export function tellApart(options: readonly Node[], level: number, follow: Sources["follow"]): boolean {
  const shapes = options.map((option) => partsOf(option, follow));
  const objects = shapes.filter((parts) => parts.some(isObjectSchema));
  if (level === 0 && objects.length > 0 && objects.length < options.length) return true;
  return objects.length > 1 && objects.some((parts) => hasConstants(parts, follow));
}

function isObjectSchema(part: Node): boolean {
  return child(part, "type").value === "object" || child(part, "properties").value !== undefined;
}

function hasConstants(parts: readonly Node[], follow: Sources["follow"]): boolean {
  return parts
    .flatMap((part) => members(child(part, "properties")))
    .some(([, member]) =>
      partsOf(member, follow).some(
        ({ value }) => isObject(value) && (value.const !== undefined || value.enum !== undefined),
      ),
    );
}
