import { problemCodes } from "../../generator/problem/meanings.js";
import { camelCase, pascalCase } from "./names.js";
import { mark, type Plan } from "./plan.js";

/** A problem that the tool can have, with a check that finds a key of its own in a document that was prepared. */
export function newProblem(name: string): Plan {
  const check = `check${pascalCase(name)}`;
  const fixture = `test/problems/fixtures/${name}`;
  const next = problemCodes.find((code) => code > name);
  return {
    creates: {
      [`generator/problem/${name}.ts`]: finding(name),
      [`generator/check/${name}.ts`]: checkOf(name, check),
      [`${fixture}/openapi.yaml`]: document(name),
      [`${fixture}/expected.txt`]: expected(name),
    },
    edits: [
      {
        path: "generator/problem/meanings.ts",
        anchor: next === undefined ? "} as const;" : `  "${next}":`,
        side: "before",
        text: `  "${name}": "${mark}: what it means, and what comes of it.",\n`,
      },
      {
        path: "generator/check/check.ts",
        anchor: /\nimport /,
        side: "before",
        text: `\nimport { ${check} } from "./${name}.js";`,
      },
      {
        path: "generator/check/check.ts",
        anchor: "...checkReferences(nodes, sources)",
        side: "after",
        text: `, ...${check}(sources.document)`,
      },
    ],
    renews: ["test/manual/generated.test.ts", "test/api/surface.test.ts"],
    later: ["test/problems/problems.test.ts"],
  };
}

function finding(name: string): string {
  return `import type { Finding } from "./problem.js";

/** ${mark}: what the problem is of. Where a file of this folder has problems of the same things, move it there. */
export function ${camelCase(name)}(key: string): Finding {
  return {
    code: "${name}",
    level: "error",
    message: \`\\\`\${key}\\\` ${mark}: say what is wrong\`,
    fix: "${mark}: say what to type",
  };
}
`;
}

function checkOf(name: string, check: string): string {
  return `import { ${camelCase(name)} } from "../problem/${name}.js";
import type { Problem } from "../problem/problem.js";
import { problemAtKey } from "../read/position.js";
import { members, type Node } from "../read/source.js";

/** ${mark}: what is looked for. What takes the contract to find belongs in generator/model/checks. */
export function ${check}(document: Node): Problem[] {
  return members(document)
    .filter(([key]) => key === "x-todo-${name}")
    .map(([key, member]) => problemAtKey(member, ${camelCase(name)}(key)));
}
`;
}

function document(name: string): string {
  return `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
x-todo-${name}: "${mark}: the smallest document that has the problem"
x-error-contract:
  id: shop
  envelopes:
    - { name: error, code: /code, message: /message }
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      responses:
        "404":
          description: There is no such order.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/OrderNotFound" }
              example: { code: order_not_found, message: There is no order 7. }
components:
  schemas:
    OrderNotFound:
      title: Order not found
      type: object
      required: [code, message]
      properties:
        code: { const: order_not_found }
        message: { type: string }
`;
}

function expected(name: string): string {
  return `openapi.yaml:3:1: error: \`x-todo-${name}\` ${mark}: say what is wrong (${name})
  3 | x-todo-${name}: "${mark}: the smallest document that has the problem"
    | ^
  fix: ${mark}: say what to type

`;
}
