import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { registerJsonSchema, SCHEMA_PATH } from "@/lib/features/register-import/schema";
import { projectRoot } from "./start/build";

/** Publishes the JSON Schema of a register from the schema that its JSON is written and read by. */
const path = join(projectRoot, "public", SCHEMA_PATH);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, `${JSON.stringify(registerJsonSchema(), null, 2)}\n`);
