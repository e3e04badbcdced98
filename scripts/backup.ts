import { backUp } from "./backup/back-up";
import { runToEnd } from "./start/run";

await runToEnd(backUp);
