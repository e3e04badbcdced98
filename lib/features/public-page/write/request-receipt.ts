import type { OrgScope } from "@/lib/domain/access/scope";
import type { StatedTimes } from "@/lib/domain/choice/stop-times";
import { stopTimesWords } from "@/lib/i18n/stop-times";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { queueMail } from "@/lib/platform/mail/queue";

/** States what the person is told: nothing of it depends on whether they, or anybody, are known. */
export type PublicReceipt = {
  reference: string;
  receivedAt: number;
  dueOn: string;
  /** A number may be of several countries, and is held in each of them. */
  isCountryAsked: boolean;
  /**
   * Numbers as they were understood, in E.164: of the page alone, for a letter holds no word of whoever typed it. One that may be of
   * several countries is left out: its readings would tell where the clients are.
   */
  numbers: string[];
  /** Times to which its words seem to limit an objection, as they are read until a person confirms them; null where they name none. */
  times: StatedTimes | null;
  /** Times that are read may refuse more than was said. */
  timesTakeMore: boolean;
  /** Words that seem to end contact are held in doubt until somebody reads them. */
  asksStop: boolean;
};

type Receipt = Omit<PublicReceipt, "numbers" | "isCountryAsked" | "asksStop" | "timesTakeMore"> & {
  organisation: string;
  rights: readonly string[];
  language: Locale;
};

/**
 * Queues the receipt of a request to the address that was typed, which may be anybody's: it holds no word of whoever typed
 * it, and greets nobody by name.
 */
export async function queueReceipt(
  tx: Tx,
  { scope, now }: { scope: OrgScope; now: Date },
  { organisation, reference, rights, receivedAt, dueOn, times, language }: Receipt,
  address: string,
): Promise<void> {
  const t = await translator(language, "rights-request");
  const limit = stopTimesWords(times, language, await translator(language, "ui"));
  const params = {
    organisation,
    reference,
    rights: joinParts([...rights.map((right) => t(`rights.${right}`)), limit], language),
    received: formatInstant(receivedAt, "Africa/Casablanca", language),
    due: formatDay(dueOn, language, { long: true }),
  };
  const to = { name: "", address };
  const letter = { template: "public-request-received", locale: language, to, params };
  await queueMail(tx, scope.org, { ...letter, isToDataSubject: true }, now);
}
