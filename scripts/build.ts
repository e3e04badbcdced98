import { build } from "./start/build";
import { runToEnd } from "./start/run";

await runToEnd(build);
