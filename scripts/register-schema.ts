import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACK_SCHEMA_PATH, packJsonSchema } from "@/lib/features/breach-notice/print/pack-json";
import { registerJsonSchema } from "@/lib/features/register-import/read/published-schema";
import { SCHEMA_PATH } from "@/lib/features/register-import/schema";
import { projectRoot } from "./start/build";

/** Publishes the JSON Schemas of a register and of a breach's pack from the schemas that their JSON is written by. */
const SCHEMAS = { [SCHEMA_PATH]: registerJsonSchema, [PACK_SCHEMA_PATH]: packJsonSchema };

for (const [path, make] of Object.entries(SCHEMAS)) {
  const file = join(projectRoot, "public", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`);
}
