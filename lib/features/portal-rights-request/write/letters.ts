import type { PortalAnswer } from "@/lib/features/portal-rights-request/schema";
import { resolveLocale } from "@/lib/i18n/locale";
import { env } from "@/lib/platform/environment/env";
import type { Tx } from "@/lib/platform/database/transaction";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { ContactCtx } from "@/lib/platform/request/context";

type Told = {
  id: string;
  reference: string;
  controller: string;
  /** Names what it did: a request that it lodges is no answer, and an extension after the first month moves no end. */
  act: PortalAnswer | "lodged" | "extension-without-effect";
};

/** Tells the stewards what a contact did of a request, within the change's transaction. */
export async function notifyStewards(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  stewards: readonly Steward[],
  { id, reference, controller, act }: Told,
): Promise<void> {
  const { slug } = await tx.organisation.findFirstOrThrow({ select: { slug: true } });
  for (const { name, email, locale } of stewards) {
    const letter = {
      template: "portal-rights-request-answered",
      locale: resolveLocale(locale, null),
      to: { name, address: email },
      params: { name, reference, controller, author: actor.name, said: act.replaceAll("-", "") },
      link: `${env().AMANA_URL}/${slug}/rights-requests/${id}`,
    };
    await queueMail(tx, scope.org, letter, now);
  }
}
