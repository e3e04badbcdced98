import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";
import type { NoticeFactRow } from "./queries";
import { listOpenNightContacts } from "@/lib/features/night-contact/read/queries";

/** A person of the controller who may be written to or called, night contacts first, in their order. */
export type Reachable = {
  /** Null: the address on the controller's sheet. */
  contactId: string | null;
  name: string;
  address: string;
  phone: string;
  locale: Locale;
};

type Sheet = {
  contactName: string;
  legalName: string;
  contactEmail: string;
  contactPhone: string;
  language: string;
};

export async function findReachable(tx: Tx, controllerId: string, sheet: Sheet): Promise<Reachable[]> {
  const night = await listOpenNightContacts(tx, controllerId);
  const main = {
    contactId: null,
    name: sheet.contactName || sheet.legalName,
    address: sheet.contactEmail,
    phone: sheet.contactPhone,
    locale: localeOf(sheet.language),
  };
  const listed = night.map(({ id, name, email, phone, language }) => ({
    contactId: id,
    ...{ name, phone },
    address: email,
    locale: localeOf(language),
  }));
  return main.address === "" && main.phone === "" ? listed : [...listed, main];
}

type Step = Pick<NoticeFactRow, "kind" | "noticeId" | "contact" | "value">;

/** Names of those whom one notice was sent to, in the order of its letters. */
export function recipientsOf(facts: readonly Step[], noticeId: string): string[] {
  return facts
    .filter((fact) => fact.kind === "mail-queued" && fact.noticeId === noticeId)
    .map(({ contact, value }) => (value as { who?: string }).who || contact?.name || "")
    .filter(Boolean);
}

function localeOf(language: string): Locale {
  return isLocale(language) ? language : "fr";
}
