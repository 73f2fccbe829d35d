import { told } from "./bounded.js";
import { Refusal } from "./refusal.js";

/** The name of a git revision. What begins with a dash would be an option, and behind a colon is a path or a text to look for. */
export function revisionOf(name: string): string {
  if (/^[\w.@{}~^/+-]{1,200}$/.test(name) && !name.startsWith("-") && !name.includes("..")) return name;
  throw new Refusal(`\`${told(name, 100)}\` is no name of a git revision: name one like main, HEAD~1 or v1.2.0`);
}
