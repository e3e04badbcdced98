import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { todayIn } from "@/lib/domain/time/zones";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireContact, requireStaff } from "@/lib/platform/request/request-session";
import { RECORDS_PER_VOLUME } from "@/lib/features/export/print/volumes";

/** Offers either register, or one controller's part. */
export async function loadExport(slug: string) {
  const ctx = await requireStaff(slug);
  return readInScope(ctx.scope, async (tx) => {
    const countOf = (capacity: Capacity) => tx.processingRecord.count({ where: { capacity } });
    return readTogether({
      volumeSize: RECORDS_PER_VOLUME,
      records: readTogether({ processor: countOf("processor"), controller: countOf("controller") }),
      controllers: tx.controller.findMany({
        where: { records: { some: {} } },
        orderBy: { legalName: "asc" },
        take: 2000,
        select: { id: true, legalName: true, _count: { select: { records: true } } },
      }),
      today: todayIn("Africa/Casablanca", ctx.now.getTime()),
      mayTake: can(ctx.actor, "export.take"),
    });
  });
}

/** Own entries of a contact's controller. Taking the extract is journalled, viewing is not. */
export async function loadExtract(contact: string) {
  const ctx = await requireContact(contact);
  const { controllerId: id } = ctx.actor;
  const { controller, organisation, records } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      controller: tx.controller.findFirstOrThrow({ where: { id }, select: { legalName: true } }),
      organisation: tx.organisation.findFirstOrThrow({ select: { legalName: true } }),
      records: tx.processingRecord.count(),
    }),
  );
  await recordPageAccess(ctx, { noun: "export", id, label: controller.legalName });
  return {
    organisation: organisation.legalName,
    records,
    today: todayIn("Africa/Casablanca", ctx.now.getTime()),
  };
}
