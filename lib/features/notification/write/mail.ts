import type { StaffActor } from "@/lib/domain/access/actor";
import { readEntry } from "@/lib/domain/journal/event";
import { isDailyDue, LETTER_DELIVERIES, type LetterDelivery } from "@/lib/domain/notification/delivery";
import { NOTIFICATION_KIND_NAMES } from "@/lib/domain/notification/kinds";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findNotifications, type FoundNotification } from "@/lib/features/notification/read/queries";
import { readStoredLetters, type StoredLetters } from "@/lib/features/notification/read/stored-letters";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { type Locale, resolveLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { type Letter, queueMail } from "@/lib/platform/mail/queue";
import { findRemindedMembers, type RemindedMember } from "@/lib/platform/mail/stewards";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/** Lines of a letter, and entries counted for it; the page has the others. */
const MOST_LINES = 50;
const MOST_COUNTED = 500;

/**
 * Writes to each member who chose letters of what is new and unread: at once of some kinds, at eight of others. The number of the
 * last entry considered is stored with the letter in one transaction, so that each is told once. Returns the number of letters.
 */
export async function mailNotifications(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "notification.mail")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const chosen = await withOrg(
    ctx.scope,
    (tx) => tx.$queryRaw<{ memberId: string }[]>`
      SELECT member_id AS "memberId" FROM notification_reading WHERE letters IS NOT NULL AND letters <> '{}'::jsonb`,
  );
  if (chosen.length === 0) return done(0);
  const ids = new Set(chosen.map(({ memberId }) => memberId));
  const members = (await findRemindedMembers(org)).filter(({ id }) => ids.has(id));
  let letters = 0;
  for (const member of members) letters += await withOrg(ctx.scope, (tx) => mailMember(tx, ctx, member));
  return done(letters);
}

type Reading = {
  letters: unknown;
  immediateSeq: number;
  dailySeq: number;
  dailyAt: Date | null;
  head: number;
};

/** Another process that writes to the same member leaves nothing to do. */
async function mailMember(tx: Tx, ctx: Ctx, member: RemindedMember): Promise<number> {
  const [reading] = await tx.$queryRaw<Reading[]>`
    SELECT r.letters, coalesce(r.immediate_seq, 0)::float8 AS "immediateSeq", coalesce(r.daily_seq, 0)::float8 AS "dailySeq",
      r.daily_at AS "dailyAt", (SELECT seq::float8 FROM journal_head) AS head
    FROM notification_reading r WHERE r.member_id = ${member.id}::uuid FOR UPDATE OF r SKIP LOCKED`;
  if (!reading) return 0;
  const stored = readStoredLetters(reading.letters);
  const told = { immediate: reading.immediateSeq, daily: reading.dailySeq };
  const isDaily = isDailyDue(reading.dailyAt?.getTime() ?? null, ctx.now.getTime());
  let letters = 0;
  for (const by of LETTER_DELIVERIES) {
    const after = kindsAfter(stored, by, told[by]);
    if (after.length === 0 || (by === "daily" && !isDaily)) continue;
    const found = await findNotifications(tx, readerOf(member, ctx), {
      isUnread: true,
      after,
      take: MOST_COUNTED,
    });
    if (found.length > 0) letters += await send(tx, ctx, { member, by, found });
  }
  await tx.notificationReading.updateMany({
    where: { memberId: member.id },
    data: {
      immediateSeq: BigInt(reading.head),
      ...(isDaily && { dailySeq: BigInt(reading.head), dailyAt: ctx.now }),
    },
  });
  return letters;
}

function kindsAfter(stored: StoredLetters, by: LetterDelivery, told: number) {
  return NOTIFICATION_KIND_NAMES.flatMap((kind) => {
    const chosen = stored[kind];
    return chosen?.by === by ? [{ kind, seq: Math.max(chosen.since, told) }] : [];
  });
}

function readerOf({ id, personId, role, name }: RemindedMember, { scope, now }: Ctx) {
  const actor: StaffActor = { kind: "staff", memberId: id, orgId: scope.org, personId, role, name };
  return { actor, now };
}

type Told = { member: RemindedMember; by: LetterDelivery; found: readonly FoundNotification[] };

async function send(tx: Tx, ctx: Ctx, told: Told): Promise<number> {
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: ctx.scope.org },
    select: { slug: true, legalName: true },
  });
  await queueMail(tx, ctx.scope.org, await compose(told, organisation), ctx.now);
  return 1;
}

async function compose(
  { member, by, found }: Told,
  { slug, legalName }: { slug: string; legalName: string },
): Promise<Letter> {
  const locale = resolveLocale(member.locale, null);
  const t = await translator(locale, "obligation");
  const lines = await Promise.all(found.slice(0, MOST_LINES).map((one) => lineOf(one, locale)));
  const left = found.length - lines.length;
  return {
    template: `notification-${by}`,
    locale,
    to: { name: member.name, address: member.email },
    params: {
      name: member.name,
      organisation: legalName,
      count: String(found.length),
      items: [...lines, ...(left > 0 ? [t("digestMore", { count: left })] : [])].join("\n"),
    },
    link: `${env().AMANA_URL}/${slug}/notifications`,
    dedupeKey: `notification ${by} ${member.id} ${found[0]?.seq ?? 0}`,
  };
}

/** "Demande reçue, DP-012, Claire Martin, 3 déc. 2026, 10:02 Casablanca +01:00". */
async function lineOf({ text, recordedAt }: FoundNotification, locale: Locale): Promise<string> {
  const t = await translator(locale, "journal");
  const entry = readEntry(text);
  if (!entry) return t("unreadable");
  const { event, subject, actor } = entry;
  const parts = [
    t(`events.${event.replaceAll(".", "_")}`),
    subject.label,
    actor.name ?? t(`actors.${actor.kind}`),
    formatInstant(recordedAt.getTime(), "Africa/Casablanca", locale),
  ];
  return joinParts(parts, locale);
}
