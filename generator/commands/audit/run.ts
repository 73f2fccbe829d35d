import type { AuditReport } from "../../answers/audit-report.js";
import type { Fields } from "../../answers/fields.js";
import { tallyOf } from "../../answers/tally.js";
import { weigh } from "../../answers/weigh.js";
import type { Contract } from "../../model/contract.js";
import { growYoung } from "../../package/young-generation.js";
import type { Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { type Unread, whyUnread } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import type { Traffic } from "./lines.js";
import { type Part, placesOf, TrafficTooLong } from "./records.js";

/** Traffic, and what its places are called after. */
export interface NamedTraffic {
  readonly name: string;
  readonly traffic: Traffic;
}

export interface AuditAsked {
  readonly fields?: Fields | undefined;
  readonly part?: Part | undefined;
}

/** What traffic held against contracts, and what of it could not be read. */
export async function auditTraffic(
  all: readonly NamedTraffic[],
  contracts: readonly Contract[],
  { fields = {}, part = { part: 1, of: 1 } }: AuditAsked,
): Promise<{ readonly report: AuditReport; readonly problems: readonly Problem[] }> {
  growYoung();
  const tally = tallyOf(contracts);
  const problems: Problem[] = [];
  for (const { name, traffic } of all) {
    const refuse = (why: Unread) => problems.push({ ...fileUnreadable(name, why), position: beginningOf(name) });
    let places = 0;
    let told = 0;
    try {
      for await (const { answers, at } of placesOf(traffic, fields, part)) {
        const weighed = answers.map((answer) => weigh(answer, contracts));
        for (const each of weighed) if (each) tally.add(each, name + at);
        // Without a status and a code that is listed, it was about something else.
        const isTold = answers.some(({ status }, index) => status !== undefined || weighed[index]);
        places += 1;
        told += isTold ? 1 : 0;
        if (!isTold) tally.addUnread();
      }
      // Traffic in which all is well has answers, too.
      if (places > 0 && told === 0) refuse(withoutAnswers);
    } catch (error) {
      refuse(error instanceof TrafficTooLong ? tooLong : isCut(error) ? notWhole : whyUnread(name, error));
    }
  }
  return { report: tally.report(), problems };
}

const withoutAnswers: Unread = {
  reason: "nothing in it tells of an answer",
  fix: "say where a line has its status: `--fields status=resp.code,body=resp.text`",
};

const notWhole: Unread = { reason: "it is gzipped, and not whole", fix: "copy it again" };

/** Of zlib. */
function isCut(error: unknown): boolean {
  return String((Object(error) as { readonly code?: unknown }).code).startsWith("Z_");
}

const tooLong: Unread = {
  reason: "it is one value of JSON, and larger than 256 MB",
  fix: "write one answer in each line: `jq -c '.log.entries[]'`",
};
