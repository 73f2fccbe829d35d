export type Language = "bash" | "http" | "json" | "python" | "typescript";

/** Code as HTML whose parts are marked by what they are. */
export function highlight(code: string, language: Language): string;
