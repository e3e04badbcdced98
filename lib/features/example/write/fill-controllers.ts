import { type ControllerRow, controllerSelect } from "@/lib/features/controller/read/queries";
import { insertControllerVersion } from "@/lib/features/controller/write/rows";
import { controllerSchema } from "@/lib/features/controller/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { EXAMPLE_CONTROLLERS, type ExampleClient } from "@/lib/features/example/content/controllers";

/** Validates with the form's schema. */
export async function fillControllers(tx: Tx, ctx: Ctx): Promise<Map<ExampleClient, ControllerRow>> {
  const made = new Map<ExampleClient, ControllerRow>();
  for (const [client, said] of Object.entries(EXAMPLE_CONTROLLERS)) {
    const row = await tx.controller.create({
      data: {
        ...controllerSchema.parse(said),
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: controllerSelect,
    });
    await insertControllerVersion(tx, ctx, row, "created");
    made.set(client as ExampleClient, row);
  }
  return made;
}
