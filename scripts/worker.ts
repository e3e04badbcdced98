import { startWorker } from "./start/start-worker";

await startWorker();
