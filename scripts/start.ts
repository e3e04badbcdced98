import { startProduction } from "./start/start-production";

await startProduction();
