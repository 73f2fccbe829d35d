#!/usr/bin/env node
import { createRequire } from "node:module";
import { isBuilt } from "./package/is-built.js";
import { isNode } from "./package/is-node.js";

// What is compiled is kept, which the program can only as CommonJS. Built, so is this file: Node starts it in less time.
if (isNode && isBuilt) createRequire(import.meta.url)("./commonjs/start.js");
else import("./main.js");
