// Loaded before the program: writes down which files it opens, and which connections it makes.

// Loaded before the program: writes down which files it opens, and which connections it makes.
import dns from "node:dns";
import fs, { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

type Call = (...args: unknown[]) => unknown;

const { OPENED_LOG: log = "" } = process.env;
const append = appendFileSync;
const note = (what: string, where: unknown) => append(log, `${what} ${JSON.stringify(String(where))}\n`);

function tell(holder: object, name: string): void {
  const calls = holder as Record<string, Call>;
  const original = calls[name]!;
  calls[name] = function (this: unknown, ...args) {
    if (typeof args[0] === "string" || args[0] instanceof URL) note("open", args[0]);
    return original.apply(this, args);
  };
}

const reading = ["open", "openSync", "readFile", "readFileSync", "createReadStream", "opendirSync", "readdirSync"];
for (const name of reading) tell(fs, name);
for (const name of ["open", "readFile", "readdir", "opendir"]) tell(fs.promises, name);
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...args: never[]) {
  note("connect", JSON.stringify(args));
  return (connect as Call).apply(this, args) as net.Socket;
} as typeof connect;
const { lookup } = dns;
dns.lookup = ((...args: unknown[]) => {
  // Where a server of this machine listens, is looked up too.
  if (args[0] !== "127.0.0.1") note("connect", args[0]);
  return (lookup as Call)(...args);
}) as typeof lookup;
syncBuiltinESMExports();
