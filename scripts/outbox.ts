import { listOutbox } from "./outbox/list-outbox";
import { runToEnd } from "./start/run";

await runToEnd(listOutbox);
