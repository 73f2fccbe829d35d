import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const generated = fileURLToPath(new URL("../../generated/", import.meta.url));

/** One code of one of this repository's APIs. */
export interface Code {
  readonly api: string;
  readonly code: string;
  /** Its page, seen from the folder of the docs. All these codes are plain file names. */
  readonly page: string;
  readonly examples: readonly {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: unknown;
  }[];
}

/** The APIs of this repository. */
export const apis = readdirSync(generated).filter((id) => existsSync(join(generated, id, "errors.json")));

/** Every code of each, in reading order. */
export const codes: readonly Code[] = apis.flatMap((api) => {
  const { errors } = JSON.parse(readFileSync(join(generated, api, "errors.json"), "utf8"));
  return (errors as Code[]).map(({ code, examples }) => ({ api, code, examples, page: `${api}/errors/${code}.html` }));
});

/** Every page in a folder of docs but those of Redoc, by its path. */
export function ownPages(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return paths.filter((path) => path.endsWith(".html") && !/^\w+\/index\.html$/.test(path)).sort();
}

/** The programs that a page shows, by their language. */
export function programsIn(page: string): ReadonlyMap<string, string> {
  const figures = page.matchAll(
    /<figure class="program">\s*<figcaption>(.*?)<\/figcaption>\s*<pre><code>(.*?)<\/code><\/pre>/gs,
  );
  return new Map([...figures].map(([, name = "", code = ""]) => [name, textOf(code)]));
}

const named = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"' }));

/** The text of a piece of HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) =>
      name ? (named.get(name) ?? "?") : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    );
}
