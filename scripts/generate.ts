import { runToEnd } from "./start/run";
import { generateClient } from "./start/generate-client";

await runToEnd(generateClient);
