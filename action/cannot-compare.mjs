/** Why there is nothing to say about what changed, and what to do. */
export function cannotCompare(message) {
  return Object.assign(new Error(message), { name: "CannotCompare" });
}
