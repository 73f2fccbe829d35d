import type { Contract, ContractError } from "../../model/contract.js";
import { pythonKeywords } from "../../read/python-keywords.js";
import { errorTypeName, typeNames, wordsOf } from "../names.js";

/** The names that one code has in generated Python. */
export interface PythonNames {
  /** Its member of `ErrorCode`: `EMAIL_TAKEN`. */
  readonly member: string;
  /** Its exception: `EmailTaken`. */
  readonly exception: string;
}

/** The names of one API's errors.py. A name is given once; `free` gives further ones. */
export interface ModuleNames {
  readonly base: string;
  readonly unlisted: string;
  /** The union of all its exceptions. */
  readonly any: string;
  readonly codes: ReadonlyMap<string, PythonNames>;
  readonly free: (name: string) => string;
}

/** Every capitalised name that Python has without an import. */
const builtins = `ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError
Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt
LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError
OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError
ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning WindowsError
ZeroDivisionError`.split(/\s+/);

/** What errors.py imports or defines for itself. */
const taken =
  `Callable ClosestRule Codes Envelope ErrorCode ErrorInfo ErrorRule Final HeadersLike Literal Mapping NotRequired
OperationId ParserContract RequestInfo ResponseLike RetryPolicy TypeAlias TypeGuard TypeVar TypedDict`.split(/\s+/);

const reserved: ReadonlySet<string> = new Set([...pythonKeywords, ...builtins, ...taken]);

/** Whether a name may stand in Python as it is. ASCII only: Python takes `ﬁle` and `file` for the same name. */
export function isPythonName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !pythonKeywords.includes(name);
}

/** Names for all that errors.py defines; none stands for two. Those of retired codes stay theirs. */
export function namePython(contract: Pick<Contract, "id" | "errors" | "retired">): ModuleNames {
  const base = errorTypeName(contract.id);
  const stem = base.replace(/Error$/, "");
  const [unlisted, any] = [`${stem}UnlistedError`, `Any${base}`];
  const free = allocator([...reserved, base, unlisted, any]);
  const freeMember = allocator([]);
  const codes = [...contract.retired, ...contract.errors].map((error): [string, PythonNames] => {
    const member = freeMember(pythonName(wordsOf(error.code).join("_").toUpperCase(), "CODE_"));
    return [error.code, { member, exception: exceptionName(error) }];
  });
  return { base, unlisted, any, codes: new Map(codes), free };

  function exceptionName(error: ContractError): string {
    const [own = "", ...more] = typeNames(error).map((name) => pythonName(name, "Code"));
    if ([base, any, unlisted].includes(own)) return free(`${own.replace(/Error$/, "")}CodeError`, ...more);
    return free(reserved.has(own) ? `${own}_` : own, ...more);
  }
}

/** The name, with a prefix where it begins with a digit or is empty. TypeScript may have a dollar in it. */
function pythonName(name: string, prefix: string): string {
  const legal = name.replaceAll("$", "_");
  return /^[A-Za-z]/.test(legal) ? legal : `${prefix}${legal}`.replace(/_$/, "");
}

/** Gives each name once: a second asker gets another one that will do, or a number after it. */
function allocator(names: readonly string[]): (name: string, ...others: readonly string[]) => string {
  const used = new Set(names);
  return (name, ...others) => {
    let free = [name, ...others].find((each) => !used.has(each)) ?? name;
    for (let number = 2; used.has(free); number += 1) free = `${name}${/\d$|_$/.test(name) ? "_" : ""}${number}`;
    used.add(free);
    return free;
  };
}
