import { rmSync } from "node:fs";
import { heavyCopies, installPackage, packPackage, temporary, weighed } from "../package/installed.js";

/**
 * Prints what it costs to install this package, and others that make code of an OpenAPI document. Run after a build: npm
 * run bench:install
 */
const peers = ["openapi-typescript", "orval", "@hey-api/openapi-ts", "kubb", "@redocly/cli"];
/** MB. */
const budget = 70;

const packed = temporary();
console.log("| package | packages | MB | seconds | twice, above 1 MB |\n|---|---:|---:|---:|---|");
for (const name of [packPackage(packed), ...peers]) {
  // Once to fill npm's cache: how fast a registry answers is not what is measured.
  installPackage(name).remove();
  const begun = performance.now();
  const installed = installPackage(name);
  const seconds = (performance.now() - begun) / 1000;
  const packages = weighed(installed);
  installed.remove();
  const megabytes = packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const copies = [...new Set(heavyCopies(packages))].join(", ");
  const isOurs = !peers.includes(name);
  const shown = isOurs ? "**openapi-errors**" : name;
  console.log(`| ${shown} | ${packages.length} | ${megabytes.toFixed(1)} | ${seconds.toFixed(1)} | ${copies} |`);
  if (isOurs && (megabytes > budget || copies !== "")) process.exitCode = 1;
}
rmSync(packed, { recursive: true });
