import { recipientId, recipientsOfClient, type Recipient } from "@/lib/domain/breach/recipients";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";
import type { NoticeFactRow } from "./queries";
import { listOpenNightContacts } from "@/lib/features/night-contact/read/queries";

/** A person or mailbox of the controller that may be written to or called. */
export type Reachable = Omit<Recipient, "language"> & { locale: Locale };

export const reachableId = recipientId;

type Sheet = Parameters<typeof recipientsOfClient>[0]["sheet"];

/** Lists who may be reached, in the order in which they are tried. */
export async function findReachable(
  tx: Tx,
  controllerId: string,
  { sheet, means }: { sheet: Sheet; means: string },
): Promise<Reachable[]> {
  const night = await listOpenNightContacts(tx, controllerId);
  return recipientsOfClient({ sheet, means, night }).map(({ language, ...recipient }) => ({
    ...recipient,
    locale: isLocale(language) ? language : "fr",
  }));
}

type Step = Pick<NoticeFactRow, "kind" | "noticeId" | "contact" | "value">;

/** Names of those whom one notice was sent to, in the order of its letters. */
export function recipientsOf(facts: readonly Step[], noticeId: string): string[] {
  return facts
    .filter((fact) => fact.kind === "mail-queued" && fact.noticeId === noticeId)
    .map(({ contact, value }) => (value as { who?: string }).who || contact?.name || "")
    .filter(Boolean);
}
