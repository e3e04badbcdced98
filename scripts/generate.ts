import { generate } from "./start/build";
import { runToEnd } from "./start/run";

await runToEnd(generate);
