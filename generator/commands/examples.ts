/** What the help of each command ends with: something to type, and what it is for. */
const examples: Readonly<Record<string, readonly (readonly [line: string, purpose: string])[]>> = {
  init: [
    ["openapi-errors init --yes", "a first document, redocly.yaml, scripts and a check in CI"],
    ["openapi-errors init --from openapi.yaml", "the same for a document that is there"],
  ],
  generate: [
    ["openapi-errors generate openapi.yaml -o src/generated", "types, a parser and data for one document"],
    ["openapi-errors generate --check", "in CI: exit 1 where something is out of date"],
  ],
  lint: [
    ["openapi-errors lint openapi.yaml --format github", "as annotations of GitHub Actions"],
    ["openapi-errors lint --against origin/main", "in a pull request: what it adds, and codes that it drops"],
  ],
  explain: [
    ["openapi-errors explain tenant_limit_reached", "the page of a code"],
    ["curl -si https://api.example.com/v1/things | openapi-errors explain", "what an answer is"],
  ],
  docs: [["openapi-errors docs openapi.yaml --watch", "a page for each code, built again at every change"]],
  mock: [
    ["openapi-errors mock openapi.yaml", "an API that fails as you ask it to"],
    ["openapi-errors mock --forward http://127.0.0.1:3000", "the real one, but for what you ask"],
  ],
  diff: [
    ["openapi-errors diff main:openapi.yaml openapi.yaml", "what this branch changes, against main"],
    ["openapi-errors diff main:openapi.yaml openapi.yaml --format markdown", "as a comment of a pull request"],
  ],
  "git-diff-driver": [
    [
      "git config diff.openapi-errors.command 'npx openapi-errors git-diff-driver'",
      "with a line `openapi.yaml diff=openapi-errors` in .gitattributes",
    ],
  ],
  audit: [
    ["openapi-errors audit traffic.har --contract openapi.yaml", "which codes came that nobody lists"],
    ["openapi-errors audit logs/*.ndjson --format json > audit.json", "what `diff --seen audit.json` takes"],
    ["openapi-errors audit merge part-*.json", "reports of several machines as one"],
  ],
  mcp: [
    ["claude mcp add --scope project openapi-errors -- npx openapi-errors mcp", "Claude Code asks it from then on"],
    ["openapi-errors mcp openapi.yaml", "for a document that no redocly.yaml lists"],
  ],
  changelog: [
    ["openapi-errors changelog --tags 'v*'", "what each version changed"],
    ["openapi-errors changelog openapi.yaml --format markdown", "as a file of the repository"],
  ],
  scan: [
    ["openapi-errors scan openapi.yaml", "what a document says about its errors"],
    ["openapi-errors scan openapi.yaml --overlay errors.overlay.yaml", "the same, to be completed by hand"],
  ],
  messages: [
    ["openapi-errors messages locales/*/errors.json", "which codes each language lacks"],
    ['openapi-errors messages src/i18n/de.ts --key "errors.{code}"', "where too few keys show how they are made"],
  ],
};

/** The end of the help of a command; empty where it has no example. */
export function examplesOf(command: string): string {
  const lines = examples[command] ?? [];
  const shown = lines.map(([line, purpose]) => `  ${line}\n      ${purpose}`);
  return lines.length === 0 ? "" : `\n${lines.length === 1 ? "Example" : "Examples"}:\n${shown.join("\n")}`;
}
