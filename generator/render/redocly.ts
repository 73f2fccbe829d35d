import { dirname } from "node:path";
import { required } from "../package/folder.js";

const { version } = required("@redocly/cli/package.json") as { version: string };

export const redoclyVersion = version;
export const redoclyFolder = dirname(required.resolve("@redocly/cli/package.json"));
