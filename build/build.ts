import { rmSync } from "node:fs";
import { bundleProgram } from "./bundle.js";
import { bundleStart } from "./bundle-commonjs.js";
import { bundleVendor } from "./bundle-vendor.js";
import { compileProject } from "./compile.js";
import { keepPublicDeclarations } from "./public-declarations.js";
import { writeBuilt } from "./write-built.js";
import { markModules, writeCommonJs } from "./write-commonjs.js";
import { writeCommonJsProgram } from "./write-commonjs-program.js";
import { writeLicences } from "./write-licences.js";
import { writeTemplates } from "./write-templates.js";
import { writeValidators } from "./write-validators.js";

// `npm run build`: all that the package holds beside its sources.
rmSync("dist", { recursive: true, force: true });
compileProject("tsconfig.build.json");
const program = await bundleProgram(
  ["generator/main.ts", "generator/api/index.ts", "generator/redocly/index.ts"],
  "dist",
);
compileProject("tsconfig.apis.json");
compileProject("tsconfig.apis-commonjs.json");
const bundles = [
  program,
  await writeTemplates("dist/templates.cjs"),
  await writeValidators("dist/validators.cjs"),
  await bundleVendor("generator/vendor", "dist/vendor"),
];
await bundleStart("generator/cli.ts", "dist/cli.js");
await writeCommonJsProgram("dist", ["generator/start.ts", "generator/start-redoc.ts"]);
writeLicences("dist/LICENSES.txt", bundles);
keepPublicDeclarations("dist", ["api/index.d.ts", "redocly/index.d.ts"], ["apis"]);
for (const entry of ["dist/api/index.js", "dist/redocly/index.js"]) await writeCommonJs(entry);
markModules("dist", ["commonjs", "apis/commonjs"]);
writeBuilt("dist", ["templates", "generator/runtime", "generator/schema"]);
