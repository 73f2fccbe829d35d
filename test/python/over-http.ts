import { askPython, withModules } from "./run-python.js";

/** What one client made of one answer. */
export interface Raised {
  readonly failure?: string;
  readonly code?: string;
  readonly status?: number;
  readonly listed?: boolean;
  readonly message?: string;
  readonly request_id?: string;
  readonly served_by?: string;
  readonly closest?: string | null;
  readonly category?: string;
  readonly fields?: unknown;
  readonly deviations?: readonly { readonly expected: string; readonly found: string }[];
  readonly size?: number | null;
  /** Megabytes. */
  readonly grown?: number;
}

/** What each client, of each interpreter here, makes of each address within so many seconds. */
export async function raisedOver(
  urls: readonly string[],
  timeout: number,
): Promise<readonly Readonly<Record<string, Raised>>[]> {
  const questions = urls.map((url) => ({ url, timeout }));
  const interpreters = new Set([withModules([]), withModules(["requests", "httpx"])]);
  const found: Record<string, Raised>[] = urls.map(() => ({}));
  for (const python of interpreters) {
    if (python === undefined) continue;
    const answers = await askPython<Readonly<Record<string, Raised>>>("over_http.py", questions, { python });
    for (const [i, answer] of answers.entries())
      for (const [client, raised] of Object.entries(answer)) found[i]![`${client} of ${python}`] = raised;
  }
  return found;
}
