import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import { env } from "@/lib/platform/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Tx } from "@/lib/platform/transaction";

export type Notice =
  | "second-factor-enabled"
  | "second-factor-disabled"
  | "second-factor-reset"
  | "passkey-added"
  | "passkey-removed"
  | "recovery-code-used"
  | "recovery-codes-renewed";

type Addressee = { name: string; email: string; locale: string };

/** Tells somebody what was changed in how they sign in: if it was not them, they know, and where to go. */
export async function tell(
  tx: Tx,
  person: Addressee,
  template: Notice,
  { now, org = PLATFORM_CHAIN, params = {} }: { now: Date; org?: string; params?: Record<string, string> },
): Promise<void> {
  const locale = resolveLocale(person.locale, null);
  const when = formatInstant(now.getTime(), "Africa/Casablanca", locale);
  const letter = {
    template,
    locale,
    to: { name: person.name, address: person.email },
    params: { name: person.name, when, ...params },
    secrets: { link: `${env().AMANA_URL}/account/second-factor` },
  };
  await queueMail(tx, org, letter, now);
}
