/** The URL below which docs are served, with a slash at its end; undefined where a text is no absolute http(s) URL. */
export function docsUrlOf(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/(?<!\/)\/*$/, "/")}`;
}
