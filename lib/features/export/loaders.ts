import "server-only";
import { can } from "@/lib/domain/access/policy";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";

/** What can be taken away: the register as a whole, or one controller's part. */
export async function loadExport(slug: string) {
  const ctx = await requireStaff(slug);
  return withOrg(ctx.scope, async (tx) => {
    const records = await tx.processingRecord.count({ where: { capacity: "processor" } });
    return {
      records,
      controllers: await tx.controller.findMany({
        where: { records: { some: {} } },
        orderBy: { legalName: "asc" },
        take: 2000,
        select: { id: true, legalName: true, _count: { select: { records: true } } },
      }),
      mayTake: can(ctx.actor, "export.take"),
    };
  });
}
