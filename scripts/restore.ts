import { restore } from "./backup/restore";
import { runToEnd } from "./start/run";

await runToEnd(restore);
