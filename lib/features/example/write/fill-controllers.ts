import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { controllerSchema } from "@/lib/features/controller/schema";
import { controllerDocument, LISTED } from "@/lib/features/controller/write/document";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { EXAMPLE_CONTROLLERS, type ExampleClient } from "@/lib/features/example/content/controllers";

/** Validates with the form's schema. */
export async function fillControllers(tx: Tx, ctx: Ctx): Promise<Map<ExampleClient, ControllerRow>> {
  const made = new Map<ExampleClient, ControllerRow>();
  for (const [client, stated] of Object.entries(EXAMPLE_CONTROLLERS)) {
    const fields = { ...controllerSchema.parse(stated), ...LISTED };
    made.set(client as ExampleClient, await controllerDocument.insert(tx, ctx, fields, "created"));
  }
  return made;
}
