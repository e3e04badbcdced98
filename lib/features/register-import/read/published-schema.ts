import { z } from "zod";
import { registerFileSchema } from "@/lib/features/register-import/schema";

/** JSON Schema, draft 2020-12. */
export function registerJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(registerFileSchema, { target: "draft-2020-12", io: "input" });
  return { ...schema, $id: "urn:amana:register:1", title: "Amana register, version 1" };
}
