import { invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findOpenContacts } from "@/lib/features/contact/read/queries";
import { endContacts } from "@/lib/features/contact/write/mutations";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { lockController, markArchived } from "@/lib/features/controller/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { ControllerArchive } from "@/lib/features/controller-archive/schema";

/** Ends or retains portal access by choice; retained access may read, ask and export, article 28(3)(h). */
export async function archiveController(
  ctx: StaffCtx,
  { contacts, ...archive }: ControllerArchive,
): Promise<Outcome<ControllerRow>> {
  if (!isAuthorised(ctx, "controller.archive")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { id: controllerId, reason } = archive;
    await lockController(tx, controllerId);
    const open = await findOpenContacts(tx, controllerId);
    if (open.length > 0 && contacts === undefined)
      return invalid("contacts", "controller.contactsUndecided", { count: open.length });
    const archived = await markArchived({ tx, ctx, journal }, archive);
    if (archived.ok && contacts === "end") await endContacts(tx, ctx, journal, { contacts: open, reason });
    return archived;
  });
}
