import type { Contract } from "../../model/contract.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import { classifyAnswer } from "../../runtime/classify.js";
import { errorTypeName } from "../names.js";

/** vectors.json: answers and what any parser of this contract, in any language, makes of them. */
export function vectors(contract: Contract) {
  const parserContract = parserContractOf(contract, errorTypeName(contract.id));
  return contract.errors.flatMap(({ code, examples }) =>
    examples.map(({ name, status, headers, body = null }) => {
      const parsed = classifyAnswer(parserContract, { status, headers, body });
      const { listed, message, fields, category } = parsed;
      return {
        name: name === code ? code : `${code}: ${name}`,
        status,
        headers,
        body,
        expect: {
          code: parsed.code,
          status: parsed.status,
          listed,
          message,
          details: parsed.details ?? null,
          fields,
          requestId: parsed.requestId ?? null,
          retryAfter: parsed.retryAfter ?? null,
          closest: parsed.closest ?? null,
          category,
        },
      };
    }),
  );
}
