import { printProblems } from "../problem/print.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import { interruption } from "./interruption.js";
import { mockedApi } from "./mock/apis.js";
import { firstLines, lineOf } from "./mock/lines.js";
import { startMock } from "./mock/start.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface MockFlags extends TargetFlags {
  readonly port?: number;
  readonly forward?: URL;
  readonly origin?: readonly string[];
  readonly root?: string;
}

/** `openapi-errors mock`: answers as documents say, with each of their errors where it is asked for, until it is interrupted. */
export async function mockCommand(documents: readonly string[], flags: MockFlags, terminal: Terminal): Promise<number> {
  const config = targetsOf(documents, flags);
  const targets = "targets" in config ? config.targets : [];
  const { reads, problems } = await readContracts(targets, flags.root);
  const found = "problems" in config ? config.problems : problems;
  // Notes are for who can edit the document.
  const told = found.filter(({ level }) => level !== "note");
  terminal.tell(printProblems(told, "text", terminal.colour.tell));
  const apis = reads.flatMap((read) => (read ? [mockedApi(read)] : []));
  // A mistake that `lint` tells as well does not keep a client from being tested: its errors are made all the same.
  if (apis.length === 0 || apis.length < targets.length) return exitOf(found) || 1;

  const { port, forward, origin: origins = [] } = flags;
  const started = await startMock(apis, port, { forward, origins, told: (line) => terminal.tell(lineOf(line)) });
  if ("message" in started) {
    terminal.tell(`openapi-errors: ${started.message}\n`);
    return 2;
  }
  const { url, taken, close } = started;
  if (taken !== undefined) terminal.tell(`port ${taken} is taken, so the address is another one\n`);
  const stop = interruption();
  terminal.answer(`${url}/\n`);
  const ids = apis.map(({ contract }) => contract.id).join(", ");
  terminal.tell(`mocking ${ids}; Ctrl-C ends it\n${firstLines(url, apis, forward).join("\n")}\n`);
  if (!stop.aborted) await new Promise((stopped) => stop.addEventListener("abort", stopped));
  await close();
  return 0;
}
