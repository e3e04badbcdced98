import { itemAt, required } from "@/lib/domain/invariant/required";
import { confirmSubscription, requestSubscription } from "@/lib/features/public-page/write/subscriptions";
import { notifySubscribers } from "@/lib/features/public-page/write/notify-subscribers";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { findPublicScope } from "@/lib/platform/request/public-scope";
import type { StaffCtx } from "@/lib/platform/request/context";
import { lettersTo } from "./account";
import { valueOf } from "./register";

let serial = 0;

const MINUTES = 60_000;

/** Asks for a subscription at an open page. */
export async function requestSubscriptionFor(ctx: StaffCtx, page: string, email: string): Promise<void> {
  serial += 1;
  const scope = required(await findPublicScope(page), "open page");
  const device = { userAgent: "Firefox", address: `198.51.100.${serial}` };
  valueOf(await requestSubscription({ scope, locale: "fr", device, now: ctx.now }, { email }));
}

/** Confirms a subscription by the link of its letter. */
export async function confirmByLink(link: string, now: Date): Promise<void> {
  const token = required(new URL(link).pathname.split("/").at(-1), "token");
  valueOf(await confirmSubscription({ token }, now));
}

/**
 * Asks for a subscription; returns the address and the link that confirms. The mail server of browser tests defers this
 * domain for ever: a letter that is handed over loses its link.
 */
export async function askToSubscribe(
  ownerUrl: string,
  ctx: StaffCtx,
  page: string,
): Promise<{ email: string; link: string }> {
  const email = `reader-${process.pid}-${serial}@held.example`;
  await requestSubscriptionFor(ctx, page, email);
  const letter = itemAt(await lettersTo(ownerUrl, email), 0);
  return { email, link: required(letter.secrets.link, "link to confirm") };
}

/** Makes a confirmed subscriber. */
export async function makeSubscriber(ownerUrl: string, ctx: StaffCtx, page: string): Promise<string> {
  const { email, link } = await askToSubscribe(ownerUrl, ctx, page);
  await confirmByLink(link, ctx.now);
  return email;
}

/** Runs the job that writes to subscribers, as though the last saving were twenty minutes ago. */
export async function makeSubscribersNotified({ scope }: StaffCtx): Promise<number> {
  const now = new Date();
  const updatedAt = new Date(now.getTime() - 20 * MINUTES);
  await withOrg(scope, (tx) => tx.subProcessor.updateMany({ data: { updatedAt } }));
  return valueOf(await notifySubscribers(jobContext("contract-reminder", scope.org, now)));
}
