import { checkSchema } from "./migration/check-schema";
import { runToEnd } from "./start/run";

/** Compares all that is written of the database with what its migrations make. */
await runToEnd(checkSchema);
