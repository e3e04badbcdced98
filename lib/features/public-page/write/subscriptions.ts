import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Subscribing, SubscriptionToken } from "@/lib/features/public-page/schema";
import type { Locale } from "@/lib/i18n/locale";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Device } from "@/lib/platform/request/context";
import { NO_ORGANISATION } from "@/lib/platform/request/public-scope";
import { admitStranger } from "@/lib/platform/request/stranger-limit";
import { sealText } from "@/lib/platform/secrets/seal";
import { hashToken, newToken } from "@/lib/platform/secrets/token";

/** Days that the link to confirm serves; the address is deleted at its end. */
const CONFIRM_DAYS = 3;
const DAY_MS = 86_400_000;

type Stranger = { scope: OrgScope; locale: Locale; device: Device; now: Date };

/**
 * Sends the link that confirms. Known and unknown addresses have the same answer and the same letter. Nothing is
 * journalled: a stranger's address would stay there.
 */
export async function requestSubscription(
  { scope, locale, device, now }: Stranger,
  { email }: Subscribing,
): Promise<Outcome<null>> {
  const { org } = scope;
  const admission = await admitStranger({ form: "subscribe", org, email, device, now });
  if (admission === "refused") return invalid("email", "tooManyTries");
  if (admission === "silent") return done(null);
  const [confirm, leave] = [newToken(), newToken()];
  const until = new Date(now.getTime() + CONFIRM_DAYS * DAY_MS);
  return withOrg(scope, async (tx) => {
    const identities = await tx.$queryRaw<{ legal_name: string; has_list: boolean }[]>`
      SELECT legal_name, 'sub-processors' = ANY (parts) AS has_list FROM public_identity()`;
    const organisation = identities[0];
    if (!organisation?.has_list) return refuse({ kind: "not-found" });
    await tx.$executeRaw`SELECT public_subscribe(${newId(now)}::uuid, ${email}, ${locale}, ${now},
      ${hashToken(confirm)}, ${until}, ${hashToken(leave)}, ${sealText("subscription", leave)})`;
    const letter = {
      template: "public-subscription",
      locale,
      to: { name: "", address: email },
      params: { organisation: organisation.legal_name, days: String(CONFIRM_DAYS) },
      secrets: { link: `${env().AMANA_URL}/subscriptions/${confirm}` },
    };
    await queueMail(tx, org, letter, now);
    return done(null);
  });
}

/** Confirms by a press on the link's page: scanners of mail open links, and send no form. */
export async function confirmSubscription({ token }: SubscriptionToken, now: Date): Promise<Outcome<null>> {
  const isKnown = await withOrg(NO_ORGANISATION, async (tx) => {
    const rows = await tx.$queryRaw<{ known: boolean }[]>`
      SELECT public_subscription_confirm(${hashToken(token)}, ${now}) AS known`;
    return itemAt(rows, 0).known;
  });
  return isKnown ? done(null) : refuse({ kind: "not-found" });
}

/** Deletes the subscriber; a second press finds nobody and answers alike. */
export async function leaveSubscription({ token }: SubscriptionToken): Promise<Outcome<null>> {
  await withOrg(
    NO_ORGANISATION,
    (tx) => tx.$executeRaw`SELECT public_subscription_leave(${hashToken(token)})`,
  );
  return done(null);
}
