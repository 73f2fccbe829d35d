import { type Command, Option } from "commander";
import { parseForward, parseOrigin, parsePort } from "../flags.js";
import { documents, evidence, id, overlay, root } from "../options.js";
import { processTerminal } from "../terminal.js";

/** Adds `mock` to the commands. `ended`: told the exit status. */
export function addMock(program: Command, ended: (exit: number) => void): void {
  program
    .command("mock")
    .description("answer as a document says on this machine, and with any of its errors that is asked for")
    .argument(...documents)
    .addOption(new Option("--port <port>", "default: 8080, or one that is free").argParser(parsePort))
    .option(
      "--forward <url>",
      "where a request goes on to that asks for nothing (default: it is answered as if all were well)",
      parseForward,
    )
    .option(
      "--origin <origin>",
      "a web page elsewhere that may ask, like `https://app.example.com`; may be given again; pages of this machine may",
      parseOrigin,
    )
    .option(...id)
    .option(...overlay)
    .option(...evidence)
    .option(...root)
    .action(async (paths: string[], flags) => {
      const { mockCommand } = await import("../mock.js");
      ended(await mockCommand(paths, flags, processTerminal));
    });
}
