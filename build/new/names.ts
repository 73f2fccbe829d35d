/** `order-unclear` as `orderUnclear`. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** `order-unclear` as `OrderUnclear`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** Why a name can't be one; undefined where it can. `words`: how many it has at the least. */
export function faultOf(name: string, words: number, taken: readonly string[]): string | undefined {
  const parts = name.split("-");
  if (!parts.every((part) => /^[a-z][a-z0-9]*$/.test(part)))
    return `\`${name}\` is no name: write lower-case words with \`-\` between them`;
  if (parts.length < words) return `\`${name}\` is one word: say what is wrong with what, as \`code-duplicate\` does`;
  if (taken.includes(name)) return `the name \`${name}\` is taken: choose another one`;
  return undefined;
}
