import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
const candidates = process.env.PYTHON ? [process.env.PYTHON] : ["python3", "python"];
const isNewEnough = "import sys; sys.exit(sys.version_info < (3, 11))";

/** The interpreter of all these tests: generated Python needs 3.11 or later. */
export const usual = candidates.find((name) => spawnSync(name, ["-c", isNewEnough]).status === 0);

/** The first interpreter, that of the system among them, that has all of these modules; undefined where none has. */
export function withModules(modules: readonly string[]): string | undefined {
  const all = [...candidates, "/usr/bin/python3"];
  return all.find((name) => spawnSync(name, ["-c", `import ${modules.join(", ")}; ${isNewEnough}`]).status === 0);
}

export interface PythonResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PythonOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Default: the interpreter of all these tests. */
  readonly python?: string;
}

/** Runs Python from the project's root, where `generated` is a package; without leaving `__pycache__` in it. */
export function runPython(
  args: readonly string[],
  { cwd = project, input = "", python = usual }: PythonOptions = {},
): Promise<PythonResult> {
  if (python === undefined)
    throw new Error(`these tests need Python 3.11 or later: ${candidates.join(" and ")} is not. Name one in PYTHON`);
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: cwd, PYTHONUTF8: "1" };
  return new Promise((resolve, reject) => {
    const child = spawn(python, ["-W", "error", ...args], { cwd, env });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name].setEncoding("utf8").on("data", (text: string) => {
        output[name] += text;
      });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...output }));
    child.stdin.on("error", () => undefined).end(input);
  });
}

/** The path of one of the programs beside this file. */
export function program(name: string): string {
  return fileURLToPath(new URL(`programs/${name}`, import.meta.url));
}

/** Gives a program a list as lines of JSON, and reads its answer to each. */
export async function askPython<Answer>(
  name: string,
  questions: readonly unknown[],
  options: PythonOptions = {},
): Promise<Answer[]> {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  const { status, stdout, stderr } = await runPython([program(name)], { ...options, input });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  const answers = stdout.split("\n").filter((line) => line !== "");
  if (answers.length !== questions.length)
    throw new Error(`${name} answered ${answers.length} of ${questions.length}: ${stderr}`);
  return answers.map((line) => JSON.parse(line) as Answer);
}
