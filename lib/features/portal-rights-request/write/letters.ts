import { resolveLocale } from "@/lib/i18n/locale";
import { env } from "@/lib/platform/environment/env";
import type { Tx } from "@/lib/platform/database/transaction";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { ContactCtx } from "@/lib/platform/request/context";

type Answered = { id: string; reference: string; controller: string; answer: string };

/** Tells the stewards of a contact's answer, within the change's transaction. */
export async function notifyStewards(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  stewards: readonly Steward[],
  { id, reference, controller, answer }: Answered,
): Promise<void> {
  const { slug } = await tx.organisation.findFirstOrThrow({ select: { slug: true } });
  for (const { name, email, locale } of stewards) {
    const letter = {
      template: "portal-rights-request-answered",
      locale: resolveLocale(locale, null),
      to: { name, address: email },
      params: { name, reference, controller, author: actor.name, said: answer.replaceAll("-", "") },
      link: `${env().AMANA_URL}/${slug}/rights-requests/${id}`,
    };
    await queueMail(tx, scope.org, letter, now);
  }
}
