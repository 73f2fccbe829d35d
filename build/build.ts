import { rmSync } from "node:fs";
import { bundleVendor } from "./bundle-vendor.js";
import { compileProject } from "./compile.js";
import { keepPublicDeclarations } from "./public-declarations.js";
import { writeBuilt } from "./write-built.js";
import { markCommonJs, writeCommonJs } from "./write-commonjs.js";
import { writeDocumentSchema } from "./write-document-schema.js";

// `npm run build`: all that the package holds beside its sources.
rmSync("dist", { recursive: true, force: true });
writeDocumentSchema();
compileProject("tsconfig.build.json");
compileProject("tsconfig.apis.json");
compileProject("tsconfig.apis-commonjs.json");
markCommonJs("dist/apis/commonjs");
await bundleVendor("generator/vendor", "dist/vendor");
keepPublicDeclarations("dist", ["api/index.d.ts", "redocly/index.d.ts"], ["apis"]);
for (const entry of ["dist/api/index.js", "dist/redocly/index.js"]) await writeCommonJs(entry);
writeBuilt("dist");
