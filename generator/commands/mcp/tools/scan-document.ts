import { scan } from "../../../api/scan.js";
import { hasErrors } from "../../../problem/problem.js";
import { renderTemplate } from "../../../render/template.js";
import { nextSteps } from "../../../view/scan/next-steps.js";
import { scanPage } from "../../../view/scan/report.js";
import type { ScanData } from "../../../view/scan/scan-data.js";
import { boundedText, fitting, told } from "../bounded.js";
import { Refusal } from "../refusal.js";
import { problemLine, problemsTold } from "../told-problem.js";
import { toolOf } from "../tool.js";

export const scanDocument = toolOf(
  "scan_document",
  {
    title: "What a document that nobody prepared says of its errors",
    description:
      "How much an OpenAPI document says about its errors: which answers have a body, where codes stand in them, which codes were found and by what evidence, and which operations and answers say nothing. Call it for the document of somebody else, or before describing the errors of one for the first time.",
    parameters: {
      document: { type: "string", description: "The path of an OpenAPI document, or its name in redocly.yaml." },
    },
    required: ["document"],
    output: {
      api: { type: "object" },
      coverage: { type: "object" },
      envelopes: { type: "array", items: { type: "object" } },
      otherPlacesOfCodes: { type: "array", items: { type: "object" } },
      codes: { type: "array", items: { type: "object" } },
      gaps: {
        type: "object",
        description: "What says nothing, or contradicts itself: how many, and the first of them.",
      },
      notes: { type: "array", items: { type: "string" } },
    },
  },
  async ({ document = "" }, workspace) => {
    const [target] = workspace.targets(document).targets;
    if (!target) throw new Refusal(`\`${told(document, 200)}\` can't be read`);
    const { text, root } = target;
    const input = text === undefined ? target.document : { path: target.document, text };
    const { report, problems } = await scan(input, { root: workspace.root ?? root, id: target.id });
    if (!report || hasErrors(problems))
      throw new Refusal(boundedText(problemsTold(problems, "error").map(problemLine).join("\n"), "mend these first"));
    const steps = nextSteps(report, document, undefined).map(([command, purpose]) => `npx ${command}: ${purpose}`);
    const data = { ...scanTold(report), notes: steps.map((step) => told(step, 500)) };
    const page = renderTemplate("terminal/page", scanPage(report, [], { width: 100, colour: false }));
    return { text: boundedText(`${page}\n${data.notes.join("\n")}\n`, "call list_errors for the codes"), data };
  },
);

function scanTold(report: ScanData) {
  const { id, title, prepared, coverage, envelopes, codes } = report;
  const gap = (list: readonly string[]) => ({
    count: list.length,
    first: list.slice(0, 10).map((each) => told(each, 120)),
  });
  const listed = codes.filter(({ listed }) => listed);
  return {
    api: { id, title: told(title, 200), prepared, listedCodes: listed.length, seenCodes: codes.length - listed.length },
    coverage,
    envelopes: fitting(
      envelopes.slice(0, 20).map(({ name, code, message, details, requestId, answers }) => ({
        ...{ name, code, message, details, requestId, answers },
      })),
      { most: 2000 },
    ).shown,
    otherPlacesOfCodes: report.runnersUp.slice(0, 5).map(({ pointer, answers, values }) => ({
      pointer: told(pointer, 200),
      answers,
      values: values.slice(0, 20).map((value) => told(value, 100)),
    })),
    codes: fitting(
      codes.map(({ code, evidence, listed, statuses, answers, places }) => ({
        code: told(code, 300),
        ...{ evidence, listed, statuses: statuses.slice(0, 10), answers },
        place: told(places[0] ?? "", 300),
      })),
      { most: 6000 },
    ).shown,
    gaps: {
      operationsWithoutErrors: gap(report.operationsWithoutErrors),
      answersWithoutBody: gap(report.answersWithoutBody),
      answersWithoutCode: gap(report.answersWithoutCode),
      contradictions: gap(report.contradictions),
      errorsInSuccess: gap(report.errorsInSuccess.map(({ answer, pointer }) => `${pointer} in ${answer}`)),
      spellings: gap(report.spellings.map((each) => each.join(", "))),
    },
  };
}
