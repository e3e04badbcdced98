import { z } from "zod";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import {
  compareSubProcessors,
  publishedSubProcessorSchema,
  type PublishedChange,
} from "@/lib/domain/public-page/changes";
import { readPublishedSubProcessors } from "@/lib/features/public-page/read/published";
import { findPublicPage } from "@/lib/features/public-page/read/queries";
import { type Locale, resolveLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Ctx } from "@/lib/platform/request/context";
import { openSealed } from "@/lib/platform/secrets/seal";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Milliseconds since the last saving of a sub-processor: what is saved section by section is one change. */
const QUIET_MS = 15 * 60_000;
/** Milliseconds for the letters of one change. */
const LIMIT = { timeoutMs: 120_000 };

/**
 * Writes to confirmed subscribers of what changed in the published list since they were told last, once it has been left
 * alone for a while. List and letters are stored in one transaction, behind a lock of the page: each change is told
 * once. Returns the number of letters.
 */
export async function notifySubscribers(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "public-page.tell")) return refuse({ kind: "forbidden" });
  const waiting = await withOrg(ctx.scope, (tx) => findChanges(tx, ctx.now));
  if (!waiting || (waiting.changes.length === 0 && !waiting.isFirst)) return done(0);
  return write(
    ctx,
    async (tx, journal) => {
      await tx.$queryRaw`SELECT 1 FROM public_page WHERE org_id = ${ctx.scope.org}::uuid FOR UPDATE`;
      const found = await findChanges(tx, ctx.now);
      if (!found) return done(0);
      const { address, changes, list } = found;
      await tx.publicPage.updateMany({ where: { orgId: ctx.scope.org }, data: { announcedList: list } });
      if (changes.length === 0) return done(0);
      const letters = await queueLetters(tx, ctx, address, changes);
      journal.note({
        event: "public-page.told",
        subject: { noun: "public-page", id: ctx.scope.org, label: address },
        after: { changes: changes.length, subscribers: letters },
      });
      return done(letters);
    },
    LIMIT,
  );
}

/**
 * Finds what differs from the list that was told; null while the page is closed, does not show the list, or somebody may
 * still be changing it.
 */
async function findChanges(tx: Tx, now: Date) {
  const page = await findPublicPage(tx);
  if (page?.state !== "open" || !page.parts.includes("sub-processors")) return null;
  const { _max: last } = await tx.subProcessor.aggregate({ _max: { updatedAt: true } });
  if (last.updatedAt !== null && now.getTime() - last.updatedAt.getTime() < QUIET_MS) return null;
  const list = await readPublishedSubProcessors(tx);
  const announced =
    page.announcedList === null ? list : z.array(publishedSubProcessorSchema).parse(page.announcedList);
  return {
    address: page.address,
    changes: compareSubProcessors(announced, list),
    list,
    isFirst: page.announcedList === null,
  };
}

async function queueLetters(
  tx: Tx,
  { scope, now }: Ctx,
  address: string,
  changes: readonly PublishedChange[],
): Promise<number> {
  const { legalName } = await tx.organisation.findUniqueOrThrow({
    where: { id: scope.org },
    select: { legalName: true },
  });
  const subscribers = await tx.publicSubscriber.findMany({
    where: { confirmedAt: { not: null } },
    orderBy: { id: "asc" },
    select: { email: true, language: true, leaveSealed: true },
  });
  for (const { email, language, leaveSealed } of subscribers) {
    const locale = resolveLocale(language, null);
    const token = openSealed("subscription", leaveSealed);
    const letter = {
      template: "public-changes",
      locale,
      to: { name: "", address: email },
      params: {
        organisation: legalName,
        count: String(changes.length),
        items: await describeChanges(changes, locale),
      },
      link: `${env().AMANA_URL}/public/${address}`,
      secrets: {
        leave: `${env().AMANA_URL}/subscriptions/leave/${token}`,
        oneClickLeave: `${env().AMANA_URL}/api/subscriptions/${token}`,
      },
    };
    await queueMail(tx, scope.org, letter, now);
  }
  return subscribers.length;
}

/** Writes one line for each change, in the reader's language. */
async function describeChanges(changes: readonly PublishedChange[], locale: Locale): Promise<string> {
  const [t, country] = await Promise.all([translator(locale, "published"), translator(locale, "countries")]);
  const lines = changes.map((change) => {
    const shown = change.kind === "ended" ? change.before : change.now;
    const places = [...new Set([shown.country, ...shown.countries])].flatMap((code) =>
      code ? [country.has(code) ? country(code) : code] : [],
    );
    const formerly =
      change.kind === "changed" && change.before.name !== shown.name ? change.before.name : null;
    return [
      t(`changes.${change.kind}`, { name: shown.name }),
      ...(formerly ? [t("changes.formerly", { name: formerly })] : []),
      ...(shown.service ? [shown.service] : []),
      ...(places.length > 0 ? [places.join(", ")] : []),
    ].join(" · ");
  });
  return lines.join("\n");
}
