import { runKept } from "./cache/compiled-code.js";

// The worker that renders pages: Redoc takes longer to compile than most of them.
runKept("./vendor/redoc.js");
