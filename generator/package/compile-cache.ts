import * as module from "node:module";

// Node 22.8 and later keep what they compiled, where they keep it of every program; NODE_DISABLE_COMPILE_CACHE=1 has them not.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
