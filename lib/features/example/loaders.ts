import "server-only";
import { forbidden } from "next/navigation";
import { can } from "@/lib/domain/nouns/policy";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { countExample, countHeld } from "@/lib/features/example/read/queries";

/** Counts rows to delete and people's additions to retain. */
export async function loadExample(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "example.clear")) forbidden();
  return readInScope(ctx.scope, async (tx) => {
    const counts = await countExample(tx);
    const records = await tx.processingRecord.count();
    const controllers = await tx.controller.count();
    return {
      isThere: Object.keys(counts).length > 0,
      counts: {
        records: counts["processing-record"] ?? 0,
        controllers: counts.controller ?? 0,
        measures: counts.measure ?? 0,
      },
      own: {
        records: records - (counts["processing-record"] ?? 0),
        controllers: controllers - (counts.controller ?? 0),
      },
      held: await countHeld(tx),
    };
  });
}
