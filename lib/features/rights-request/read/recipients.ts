import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";

/** A person of the controller who is written to; only one who enters the portal finds the request there. */
export type Recipient = { name: string; address: string; locale: Locale; hasPortal: boolean };

/** Contacts who have come into the controller's portal; without any, the address on its sheet. */
export async function findRecipients(tx: Tx, controllerId: string): Promise<Recipient[]> {
  const contacts = await tx.controllerContact.findMany({
    where: { controllerId, endedAt: null, acceptedAt: { not: null } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { name: true, email: true, language: true },
  });
  if (contacts.length > 0)
    return contacts.map(({ name, email, language }) => ({
      name,
      address: email,
      locale: localeOf(language),
      hasPortal: true,
    }));
  const sheet = await tx.controller.findFirst({
    where: { id: controllerId },
    select: { legalName: true, contactName: true, contactEmail: true, language: true },
  });
  if (!sheet || sheet.contactEmail === "") return [];
  const name = sheet.contactName || sheet.legalName;
  return [{ name, address: sheet.contactEmail, locale: localeOf(sheet.language), hasPortal: false }];
}

function localeOf(language: string): Locale {
  return isLocale(language) ? language : "fr";
}
