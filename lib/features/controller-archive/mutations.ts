import { can } from "@/lib/domain/access/policy";
import { invalid, refuse, type Outcome } from "@/lib/domain/outcome";
import { findOpenContacts } from "@/lib/features/contact/data";
import { endContacts } from "@/lib/features/contact/mutations";
import type { ControllerRow } from "@/lib/features/controller/data";
import { lockController, markArchived } from "@/lib/features/controller/mutations";
import type { StaffCtx } from "@/lib/platform/context";
import { write } from "@/lib/platform/write";
import type { ControllerArchive } from "./schema";

/**
 * Archives a controller and settles who may still enter its portal: nobody, or whoever could, to look, to ask and to take
 * away what is theirs, 28(3)(h).
 */
export async function archiveController(
  ctx: StaffCtx,
  { contacts, ...archive }: ControllerArchive,
): Promise<Outcome<ControllerRow>> {
  if (!can(ctx.actor, "controller.archive")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { id: controllerId, reason } = archive;
    await lockController(tx, controllerId);
    const open = await findOpenContacts(tx, controllerId);
    if (open.length > 0 && contacts === undefined)
      return invalid("contacts", "controller.contactsUndecided", { count: open.length });
    const archived = await markArchived(tx, ctx, journal, archive);
    if (archived.ok && contacts === "end") await endContacts(tx, ctx, journal, { contacts: open, reason });
    return archived;
  });
}
