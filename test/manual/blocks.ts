/** A fenced block of a page: its language, and the file that it is, where it has a title. */
export interface Block {
  readonly language: string;
  /** The file that it is for whoever follows the page. */
  readonly title: string | undefined;
  /** The consumer that it is a file of: a row of `npm run consumers:matrix`, or an environment of `npm run consumers`. */
  readonly row: string | undefined;
  /** Which file of it. */
  readonly file: string | undefined;
  readonly text: string;
}

/** The blocks of a page, those in lists among them: ```` ```ts title=client.ts ````. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^( *)```(\w+)([^\n]*)\n(.*?)^\1```$/gms)].map(
    ([, indent = "", language = "", said = "", text = ""]) => {
      const words = new Map(said.split(" ").map((word) => word.split("=", 2) as [string, string]));
      return {
        language,
        title: words.get("title"),
        row: words.get("row"),
        file: words.get("file"),
        text: text.replace(new RegExp(`^${indent}`, "gm"), ""),
      };
    },
  );
}
