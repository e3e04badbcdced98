import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import { queueToPerson } from "@/lib/platform/mail/queue-to-person";
import type { Tx } from "@/lib/platform/database/transaction";

export type Notice =
  | "second-factor-enabled"
  | "second-factor-disabled"
  | "second-factor-reset"
  | "passkey-added"
  | "passkey-removed"
  | "recovery-code-used"
  | "recovery-codes-renewed";

type Addressee = { id: string; name: string; email: string; locale: string };

/**
 * Informs of a security change, so that a person who did not make it can react. `org` made the change; without it the
 * letter is personal, within `writeAsSelf`.
 */
export async function sendSecurityNotice(
  tx: Tx,
  person: Addressee,
  template: Notice,
  { now, org, params = {} }: { now: Date; org?: string; params?: Record<string, string> },
): Promise<void> {
  const locale = resolveLocale(person.locale, null);
  const when = formatInstant(now.getTime(), "Africa/Casablanca", locale);
  const letter = {
    template,
    locale,
    to: { name: person.name, address: person.email },
    params: { name: person.name, when, ...params },
    link: `${env().AMANA_URL}/account/second-factor`,
  };
  if (org) await queueMail(tx, org, letter, now);
  else await queueToPerson(tx, person.id, letter, now);
}
