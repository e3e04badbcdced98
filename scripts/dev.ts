import { startDevelopment } from "./start/start-development";

await startDevelopment();
