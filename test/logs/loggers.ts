import { Writable } from "node:stream";
import { inspect } from "node:util";
import pino from "pino";
import winston from "winston";

/** Prints an error, and gives all that was printed. */
export type Log = (error: unknown) => string;

type Pino = ReturnType<typeof pino>;

/** As a service does it. */
const withPino =
  (log: (logger: Pino, error: unknown) => void): Log =>
  (error) => {
    const lines: string[] = [];
    log(pino({}, { write: (line: string) => lines.push(line) }), error);
    return lines.join("");
  };

const withWinston =
  (format: winston.Logform.Format, log: (logger: winston.Logger, error: unknown) => void): Log =>
  (error) => {
    const lines: string[] = [];
    const stream = new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) });
    log(winston.createLogger({ format, transports: [new winston.transports.Stream({ stream })] }), error);
    return lines.join("");
  };

const { combine, json, errors, prettyPrint } = winston.format;
const withErrors = errors({ stack: true, cause: true });

/** Ways of logging an error that show all that it has. */
export const loggers: Readonly<Record<string, Log>> = {
  "pino: the error": withPino((logger, error) => logger.error(error)),
  "pino: the error and a text": withPino((logger, error) => logger.error(error, "failed")),
  "pino: { err }": withPino((logger, err) => logger.error({ err })),
  "pino: { error }": withPino((logger, error) => logger.error({ error })),
  "winston: the error, json": withWinston(json(), (logger, error) => logger.error(error)),
  "winston: a text and the error, json": withWinston(json(), (logger, error) => logger.error("failed", error)),
  "winston: { error }, json": withWinston(json(), (logger, error) => logger.error("failed", { error })),
  "winston: the error, errors": withWinston(combine(withErrors, json()), (logger, error) => logger.error(error)),
  "winston: a text and the error, errors": withWinston(combine(withErrors, json()), (logger, error) =>
    logger.error("failed", error),
  ),
  "winston: the error, pretty": withWinston(combine(withErrors, prettyPrint()), (logger, error) => logger.error(error)),
  "Node's console": (error) => inspect(error, { depth: null }),
  "Node's console, all members": (error) => inspect(error, { depth: null, showHidden: true }),
  "console.dir": (error) => inspect(error, { depth: null, customInspect: false }),
  "JSON.stringify": (error) => JSON.stringify(error),
  "own members": (error) => JSON.stringify({ ...(error as object) }),
};
