import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { ContactCtx } from "@/lib/platform/request/context";
import { withoutRight } from "@/lib/platform/write/authorised";
import { writeAuth } from "@/lib/platform/write/write";
import type { OwnLanguage } from "@/lib/features/portal/schema";

/** Allowed to every role, for the own row. */
export async function changeOwnLanguage(
  ctx: ContactCtx,
  { language }: OwnLanguage,
): Promise<Outcome<{ language: string }>> {
  const { contactId: id, name } = ctx.actor;
  return writeAuth(withoutRight(ctx), async (tx, journal) => {
    const before = await tx.controllerContact.findFirst({ where: { id, endedAt: null } });
    if (!before) return refuse({ kind: "not-found" });
    if (before.language === language) return done({ language });
    await tx.controllerContact.updateMany({ where: { id, endedAt: null }, data: { language } });
    journal.note({
      event: "contact.updated",
      subject: { noun: "contact", id, label: name },
      before: { language: before.language },
      after: { language },
    });
    return done({ language });
  });
}
