#!/usr/bin/env node
import { createRequire } from "node:module";
import { isCodeKept } from "./package/compile-cache.js";
import { isBuilt } from "./package/is-built.js";

// Before 22.8, Node keeps nothing of what it compiles: there the program does, which it can only as CommonJS. Built, so is this
// file: Node starts it in less time.
if (isCodeKept || !isBuilt) import("./main.js");
else createRequire(import.meta.url)("./commonjs/start.js");
