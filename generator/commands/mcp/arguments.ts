import { suggest } from "../../problem/suggest.js";
import { describe } from "../../runtime/text.js";
import { Refusal } from "./refusal.js";
import type { Parameter, Tool } from "./tool.js";

/** A text that was pasted may be a log; everything else is a name. */
const longest = 16 * 1024 * 1024;

/** What was given to a tool, as it declares it; throws where it is something else, and says what would be right. */
export function argumentsOf(
  { listed, parameters, required }: Tool,
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const names = Object.keys(parameters);
  const entries = Object.entries(given)
    // Some models write down all that there is.
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => {
      if (!Object.hasOwn(parameters, name)) {
        const meant = name.length > 50 ? undefined : suggest(name, names);
        const fix = meant === undefined ? `it takes ${names.map(quoted).join(", ")}` : `${quoted(meant)} may be meant`;
        throw new Refusal(`${listed.name} takes no argument ${describe(name)}: ${fix}`);
      }
      return [name, checked(name, value, parameters[name]!)] as const;
    });
  const all = Object.fromEntries(entries);
  const missing = required.find((name) => all[name] === undefined);
  if (missing !== undefined)
    throw new Refusal(`${listed.name} needs ${quoted(missing)}: ${parameters[missing]!.description}`);
  return all;
}

function checked(name: string, value: unknown, parameter: Parameter): unknown {
  const wrong = (expected: string) => new Refusal(`${quoted(name)} is to be ${expected}, not ${describe(value)}`);
  const { type, enum: values, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = parameter;
  if (type === "boolean") {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    throw wrong("true or false");
  }
  if (type === "integer") {
    const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof number !== "number" || !Number.isInteger(number)) throw wrong("an integer");
    if (number < minimum || number > maximum) throw wrong(`from ${minimum} to ${maximum}`);
    return number;
  }
  // A body may come as JSON, and a status as a number.
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (text.length > longest) throw wrong("shorter than 16 MB");
  if (values && !values.includes(text)) throw wrong(`one of ${values.map(quoted).join(", ")}`);
  return text;
}

function quoted(name: string): string {
  return `\`${name}\``;
}
