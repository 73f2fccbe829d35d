import { runKept } from "./cache/compiled-code.js";

runKept("./parts/main.js");
