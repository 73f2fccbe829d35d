import { type Told, withEqualOnes } from "../../problem/equal-ones.js";
import type { Level, Problem } from "../../problem/problem.js";
import { told } from "./bounded.js";

const levels: readonly Level[] = ["error", "warning", "note"];

/** Problems in the order in which they are mended: the worst first. What the line says is not told: who asks may read the file. */
export function problemsTold(problems: readonly Problem[], level: Level = "note"): Readonly<Record<string, unknown>>[] {
  const asked = withEqualOnes(problems).filter((problem) => levels.indexOf(problem.level) <= levels.indexOf(level));
  return levels.flatMap((own) => asked.filter((problem) => problem.level === own)).map(problemTold);
}

function problemTold({ level, code, message, fix, position, others }: Told): Readonly<Record<string, unknown>> {
  return {
    level,
    code,
    file: told(position.file, 500),
    line: position.line,
    column: position.column,
    message: told(message, 600),
    fix: told(fix, 600),
    ...(others.length > 0 && {
      alsoAt: others.slice(0, 5).map(({ file, line, column }) => told(`${file}:${line}:${column}`, 500)),
      places: others.length + 1,
    }),
  };
}

/** How many there are of each level, places of equal ones counted each. */
export function problemCounts(problems: readonly Problem[]): Readonly<Record<string, number>> {
  const count = (level: Level) => problems.filter((problem) => problem.level === level).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("note") };
}

/** As a compiler says it. */
export function problemLine(problem: Readonly<Record<string, unknown>>): string {
  const { file, line, column, level, code, message, fix, places } = problem;
  const more = places === undefined ? "" : ` (${places} places)`;
  return `${file}:${line}:${column}: ${level}: ${message} (${code})${more}\n  fix: ${fix}`;
}
