import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { Document as YamlDocument } from "yaml";
import { temporaryFolder } from "../support/cli.js";
import { type Document, replaced, shop } from "./shop.js";

/** A repository, and nothing else that marks a root, whose document refers to another folder; the working tree renames a code. */
export function repository(t: TestContext): string {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, "spec"));
  mkdirSync(join(folder, "shared"));
  const write = (document: Document) => {
    const { schemas, ...components } = document.components;
    const written = JSON.parse(
      JSON.stringify({ ...document, components }).replaceAll("#/components/schemas/", "../shared/schemas.yaml#/"),
    );
    written.components.schemas = Object.fromEntries(
      Object.keys(schemas).map((name) => [name, { $ref: `../shared/schemas.yaml#/${name}` }]),
    );
    writeFileSync(join(folder, "shared/schemas.yaml"), new YamlDocument(schemas).toString());
    writeFileSync(join(folder, "spec/openapi.yaml"), new YamlDocument(written).toString());
  };
  write(shop());
  writeFileSync(join(folder, "spec/broken.yaml"), "{ a: [\n");
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "one");
  git(folder, "tag", "v1");
  write(replaced(shop(), "order_limit", "orders_full"));
  return folder;
}

/** Runs git as somebody whom no config knows. */
export function git(folder: string, ...args: string[]): void {
  const person = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", ["-C", folder, ...person, ...args], { stdio: "ignore" });
}
