import { addressesIn, type Route } from "@/lib/domain/breach/notice-addresses";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";
import type { NoticeFactRow } from "./queries";
import { listOpenNightContacts } from "@/lib/features/night-contact/read/queries";

/** A person or mailbox of the controller that may be written to or called. */
export type Reachable = {
  /** Null for an address that is no contact's. */
  contactId: string | null;
  /** Origin of an address without a contact; null for a contact. */
  route: Route | null;
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
  dpoContact: string;
  language: string;
};

/** Identifies one that may be reached, among those of its controller. */
export function reachableId({ contactId, route }: Pick<Reachable, "contactId" | "route">): string {
  return contactId ?? route ?? "main";
}

/**
 * Lists who may be reached, in the order in which they are tried: night contacts in their own, the address that the contract
 * in force names for breaches, the controller's data protection officer, the address on its sheet. Each mailbox once.
 */
export async function findReachable(
  tx: Tx,
  controllerId: string,
  { sheet, means }: { sheet: Sheet; means: string },
): Promise<Reachable[]> {
  const night = await listOpenNightContacts(tx, controllerId);
  const locale = localeOf(sheet.language);
  const routed = (route: Route, name: string, address: string, phone = ""): Reachable => ({
    contactId: null,
    route,
    name: name || sheet.legalName,
    address,
    phone,
    locale,
  });
  const all: Reachable[] = [
    ...night.map(({ id, name, email, phone, language }) => ({
      contactId: id,
      route: null,
      name,
      phone,
      address: email,
      locale: localeOf(language),
    })),
    ...addressesIn(means)
      .slice(0, 1)
      .map((address) => routed("contract", "", address)),
    ...addressesIn(sheet.dpoContact)
      .slice(0, 1)
      .map((address) => routed("dpo", "", address)),
    ...(sheet.contactEmail === "" && sheet.contactPhone === ""
      ? []
      : [routed("main", sheet.contactName, sheet.contactEmail, sheet.contactPhone)]),
  ];
  const isFirst = (one: Reachable, at: number) =>
    one.address === "" ||
    all.findIndex(({ address }) => address.toLowerCase() === one.address.toLowerCase()) === at ||
    one.phone !== "";
  return all.filter(isFirst);
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
