import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { todayIn } from "@/lib/domain/time/zones";
import { recordAccess } from "@/lib/platform/access/access-log";
import { requireContact, requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import { RECORDS_PER_VOLUME } from "@/lib/features/export/print/volumes";

/** Offers either register, or one controller's part. */
export async function loadExport(slug: string) {
  const ctx = await requireStaff(slug);
  return withOrg(ctx.scope, async (tx) => {
    const countOf = (capacity: Capacity) => tx.processingRecord.count({ where: { capacity } });
    return {
      volumeSize: RECORDS_PER_VOLUME,
      records: { processor: await countOf("processor"), controller: await countOf("controller") },
      controllers: await tx.controller.findMany({
        where: { records: { some: {} } },
        orderBy: { legalName: "asc" },
        take: 2000,
        select: { id: true, legalName: true, _count: { select: { records: true } } },
      }),
      today: todayIn("Africa/Casablanca", ctx.now.getTime()),
      mayTake: can(ctx.actor, "export.take"),
    };
  });
}

/** Own entries of a contact's controller. Taking the extract is journalled, viewing is not. */
export async function loadExtract(contact: string) {
  const ctx = await requireContact(contact);
  return withOrg(ctx.scope, async (tx) => {
    const { controllerId: id } = ctx.actor;
    const { legalName: label } = await tx.controller.findFirstOrThrow({
      where: { id },
      select: { legalName: true },
    });
    await recordAccess(tx, ctx, { noun: "export", id, label });
    const { legalName } = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
    return {
      organisation: legalName,
      records: await tx.processingRecord.count(),
      today: todayIn("Africa/Casablanca", ctx.now.getTime()),
    };
  });
}
