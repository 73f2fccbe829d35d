import type { Contract, Operation } from "../../model/contract.js";
import { type Shared, shareRepeated } from "../shared.js";
import { docComment, identifier, memberKey, stringLiteral, textKey } from "./text.js";
import { unionIn } from "./union.js";

/** The codes of one status of an operation. */
interface Answered {
  readonly status: string;
  readonly errors: readonly string[];
}

/**
 * What contract.ts says of the operations: long lists that several of them share have a name, in many operations all that
 * is the same.
 */
export function operationsView({ operations }: Contract) {
  const answers = operations.map(answeredBy);
  const lists = answers.flat();
  const places = operations.flatMap((operation, index) =>
    answers[index]!.map(({ status }) => `${operation.id} ${status}`),
  );
  const codes = shareRepeated(
    lists.map(({ errors }) => errors),
    "Codes",
    longList,
  );
  const whole = shareRepeated(operations.length > manyOperations ? answers : [], "Answers", 0);
  const statusesOf = (answered: readonly Answered[], indent: number) =>
    answered.map(({ status, errors }) => ({
      key: memberKey(status),
      codes: codesIn(errors, codes, `${" ".repeat(indent)}${memberKey(status).text}: ;`),
    }));
  return {
    sharedCodes: codes.named.map(({ name, value, count, first }) => ({
      name: identifier(name),
      doc: docComment([`What \`${places[first]}\` gives, and ${others(count)}.`]),
      codes: unionIn(value.map(quoted), `type ${name} = ;`),
    })),
    sharedAnswers: whole.named.map(({ name, value, count, first }) => ({
      name: identifier(name),
      doc: docComment([`What \`${operations[first]!.id}\` answers, and ${others(count)}.`]),
      statuses: statusesOf(value, 2),
    })),
    operations: operations.map(({ id, method, path }, index) => {
      const name = whole.nameOf(answers[index]!);
      return {
        key: textKey(id),
        doc: docComment([`${method} ${path}`], 2),
        answers: name === undefined ? false : identifier(name),
        statuses: statusesOf(answers[index]!, 4),
      };
    }),
  };
}

/** From how many characters on a list reads better under a name. */
const longList = 100;

/** From how many operations on nobody reads them from top to bottom. */
const manyOperations = 100;

function answeredBy({ responses }: Operation): readonly Answered[] {
  return responses.filter(({ errors }) => errors.length > 0).map(({ status, errors }) => ({ status, errors }));
}

function codesIn(errors: readonly string[], { nameOf }: Shared<readonly string[]>, line: string) {
  const name = nameOf(errors);
  return unionIn(name === undefined ? errors.map(quoted) : [name], line);
}

function quoted(code: string): string {
  return stringLiteral(code).text;
}

function others(count: number): string {
  return count === 2 ? "one more" : `${count - 1} others`;
}
