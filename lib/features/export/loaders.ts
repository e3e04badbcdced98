import "server-only";
import { entryOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import { type AskedAgain, askedAgainSchema } from "@/lib/forms/asked-again";
import type { Search } from "@/lib/forms/list-query";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireContact, requireStaff } from "@/lib/platform/request/request-session";
import { findExportCounts } from "@/lib/features/export/read/counts";
import { RECORDS_PER_VOLUME } from "@/lib/features/export/print/volumes";

/** Offers either register, or one controller's part. */
export async function loadExport(slug: string) {
  const ctx = await requireStaff(slug);
  return readInScope(ctx.scope, async (tx) => {
    const { counts, controllers } = await readTogether({
      counts: findExportCounts(tx),
      controllers: tx.controller.findMany({
        where: { records: { some: {} } },
        orderBy: { legalName: "asc" },
        take: 2000,
        select: { id: true, legalName: true },
      }),
    });
    return {
      volumeSize: RECORDS_PER_VOLUME,
      records: counts.registers,
      controllers: controllers.map(({ id, legalName }) => ({
        id,
        legalName,
        // Every one was found by its entries, and both reads are of one snapshot.
        count: entryOf(counts.controllers, id),
      })),
      today: todayIn("Africa/Casablanca", ctx.now.getTime()),
      mayTake: can(ctx.actor, "export.take"),
    };
  });
}

/** The form that waits for a proof, with what was typed; null where no form of this organisation made the address. */
export async function loadAskedAgain(slug: string, search: Search): Promise<AskedAgain | null> {
  await requireStaff(slug);
  const asked = askedAgainSchema.parse(search);
  return asked?.back.startsWith(`/${slug}/`) ? asked : null;
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
