/** What happened, or with `--check` would happen, to a file. `outdated`: it would go, but somebody edited it. */
export interface Change {
  readonly path: string;
  readonly kind: "added" | "changed" | "unchanged" | "removed" | "outdated";
}
