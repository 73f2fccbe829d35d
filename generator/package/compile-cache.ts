import * as module from "node:module";

// Node 22.8 and later can keep what they compile, for all programs in one place; NODE_DISABLE_COMPILE_CACHE=1 keeps nothing.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
