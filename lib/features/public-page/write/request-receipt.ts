import type { OrgScope } from "@/lib/domain/access/scope";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { queueMail } from "@/lib/platform/mail/queue";

/** States what the person is told: nothing of it depends on whether they, or anybody, are known. */
export type PublicReceipt = { reference: string; receivedAt: number; dueOn: string };

type Receipt = PublicReceipt & { organisation: string; rights: readonly string[]; language: Locale };

/**
 * Queues the receipt of a request to the address that was typed, which may be anybody's: it holds no word of whoever typed
 * it, and greets nobody by name.
 */
export async function queueReceipt(
  tx: Tx,
  { scope, now }: { scope: OrgScope; now: Date },
  { organisation, reference, rights, receivedAt, dueOn, language }: Receipt,
  address: string,
): Promise<void> {
  const t = await translator(language, "rights-request");
  const params = {
    ...{ organisation, reference },
    rights: joinParts(
      rights.map((right) => t(`rights.${right}`)),
      language,
    ),
    received: formatInstant(receivedAt, "Africa/Casablanca", language),
    due: formatDay(dueOn, language, { long: true }),
  };
  const to = { name: "", address };
  const letter = { template: "public-request-received", locale: language, to, params };
  await queueMail(tx, scope.org, { ...letter, isToDataSubject: true }, now);
}
