import { writeSchema } from "./migration/check-schema";
import { runToEnd } from "./start/run";

/** Writes the schema that is generated from the migrations. */
await runToEnd(writeSchema);
