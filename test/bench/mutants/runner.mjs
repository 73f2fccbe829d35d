import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { bundle } from "./bundle.mjs";
import { keepTimes, lateness, limitOf } from "./limits.mjs";
import { takeTests, thrownBy } from "./node-test.mjs";

/**
 * Runs tests in this process, for each mutant those that come through it, until one fails: a mutant costs milliseconds.
 * The tests and the sources are loaded anew for each, so that nothing of one is left for the next.
 */
class BundleRunner {
  static inject = tokens(commonTokens.options);

  constructor({ bundled }) {
    this.tests = bundled.tests;
    this.file = resolve(`mutants-${process.pid}.mjs`);
    this.loads = 0;
    globalThis.__stryker__ ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await bundle(this.tests, this.file);
    // What a mutant leaves behind is none of a test's business.
    process.on("unhandledRejection", () => undefined);
    process.on("uncaughtException", () => undefined);
  }

  async dryRun() {
    const result = await this.run(() => true, false);
    keepTimes(result.tests);
    return { ...result, mutantCoverage: globalThis.__stryker__.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter }) {
    const state = globalThis.__stryker__;
    Object.assign(state, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    state.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    const isAsked = testFilter === undefined ? () => true : (id) => testFilter.includes(id);
    const result = await this.run(isAsked, true, () => {
      state.activeMutant = activeMutant.id;
    });
    return toMutantRunResult(determineHitLimitReached(state.hitCount, hitLimit) ?? result);
  }

  async run(isAsked, bails, onLoaded = () => undefined) {
    const tests = [];
    this.loads += 1;
    try {
      takeTests();
      await import(`${pathToFileURL(this.file)}?${this.loads}`);
    } catch (error) {
      return { status: DryRunStatus.Complete, tests: [failed("loads", error)] };
    }
    onLoaded();
    for (const test of takeTests()) {
      const id = test.name;
      if (!isAsked(id)) continue;
      globalThis.__stryker__.currentTestId = id;
      const start = performance.now();
      const error = await thrownBy(test, limitOf(id));
      const timeSpentMs = performance.now() - start;
      if (error?.message === lateness) return { status: DryRunStatus.Timeout };
      tests.push(error === undefined ? { id, name: id, status: TestStatus.Success, timeSpentMs } : failed(id, error));
      if (error !== undefined && bails) break;
    }
    globalThis.__stryker__.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests };
  }

  async dispose() {
    rmSync(this.file, { force: true });
  }
}

function failed(id, error) {
  return { id, name: id, status: TestStatus.Failed, failureMessage: String(error?.stack ?? error), timeSpentMs: 0 };
}

/** Prints what no test noticed as soon as it is known: a run takes long, and the first survivors can be read meanwhile. */
class AliveReporter {
  onMutantTested({ fileName, location, mutatorName, replacement, status }) {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const path = fileName.slice(fileName.indexOf("generator/"));
    const { line, column } = location.start;
    console.log(`${path}:${line}:${column} ${mutatorName} ${status}: ${replacement.replace(/\s+/g, " ")}`);
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "bundle", BundleRunner),
  declareClassPlugin(PluginKind.Reporter, "alive", AliveReporter),
];
