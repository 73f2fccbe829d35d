import { relative } from "node:path";
import { acceptanceOf, isExpired } from "../../diff/exceptions.js";
import { removedApi } from "../../diff/removed-api.js";
import { goneApis } from "../../history/apis-then.js";
import { type LoadedSide, loadIn } from "../../history/load.js";
import type { Revision } from "../../history/revision.js";
import { apiVanished } from "../../problem/contract.js";
import type { Problem } from "../../problem/problem.js";
import { configName } from "../../read/config.js";
import { beginningOf } from "../../read/lines.js";
import { readExceptions } from "../diff/exceptions-file.js";
import { today } from "../diff/report.js";

export interface VanishedApis {
  readonly problems: readonly Problem[];
  /** Documents of the revision that nothing can be said of, and why. */
  readonly unread: readonly string[];
}

/** APIs that the redocly.yaml of a revision lists, and that are gone with all of their codes: unless that was accepted. */
export async function vanishedApis(revision: Revision, root: string | undefined): Promise<VanishedApis> {
  const loaded = await Promise.all(
    goneApis(revision, root).map(async (then) => ({
      document: relative(revision.at("."), then.document),
      ...(await loadIn(revision, then)),
    })),
  );
  return {
    problems: loaded.flatMap((each) => ("side" in each ? vanished(each.side, revision) : [])),
    unread: loaded.flatMap((each) =>
      "side" in each
        ? []
        : [`${each.document} can't be read in \`${revision.name}\`: which codes are gone with it is not known`],
    ),
  };
}

function vanished(side: LoadedSide, { name }: Revision): Problem[] {
  const { id, errors } = side.data;
  const codes = errors.filter(({ wire }) => wire).length;
  const change = removedApi(side);
  if (codes === 0 || isAccepted(change)) return [];
  const { file } = side.placeOf(null);
  return [
    { ...apiVanished({ id, codes, fingerprint: change.fingerprint }, file, name), position: beginningOf(configName) },
  ];
}

/** By the same file as of `diff`, which tells what is wrong with it. */
function isAccepted(change: ReturnType<typeof removedApi>): boolean {
  const read = readExceptions(undefined);
  const day = today();
  const exceptions = "exceptions" in read ? read.exceptions.filter((each) => !isExpired(each, day)) : [];
  return acceptanceOf(change, exceptions) !== null;
}
