import { HORIZONS } from "@/lib/domain/obligation/due";
import { countPressing, type Listed, listObligations } from "@/lib/domain/obligation/list";
import { weekDue, type WeeklyChoice } from "@/lib/domain/obligation/weekly";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { todayViewsAt } from "@/lib/domain/today/views";
import { findDuties, visibleNouns } from "@/lib/features/obligation/read/queries";
import { joinParts } from "@/lib/i18n/format";
import { type Locale, resolveLocale } from "@/lib/i18n/locale";
import { actOf, relativeOf, subjectOf } from "@/lib/i18n/obligation-words";
import { type Translator, translator } from "@/lib/i18n/translator";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { type Letter, queueMail } from "@/lib/platform/mail/queue";
import { findRemindedMembers, type RemindedMember } from "@/lib/platform/mail/stewards";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { lockReminders } from "./rows";

/** Lines of a letter; the page has the others. */
const MOST_LINES = 50;

/**
 * Tells each member who chose so, once a week, of what the morning's page lists for them. The week is stored with its
 * letter in one transaction: it is told late where the machine slept, and never twice. Returns the number of letters.
 */
export async function remindOfWeek(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "obligation.remind")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const due = (await findRemindedMembers(org)).flatMap((member) => {
    const week = weekDue(weeklyOf(member), ctx.now.getTime());
    return week === null ? [] : [{ member, week }];
  });
  if (due.length === 0) return done(0);
  let letters = 0;
  for (const one of due) letters += await withOrg(ctx.scope, (tx) => sendWeek(tx, ctx, one));
  return done(letters);
}

function weeklyOf({ weeklyLetter, weeklyDay, weeklyHour, weeklySince }: RemindedMember) {
  return {
    choice: weeklyLetter as WeeklyChoice,
    weekday: weeklyDay,
    hour: weeklyHour,
    since: weeklySince?.getTime() ?? null,
  };
}

type DueWeek = { member: RemindedMember; week: string };

async function sendWeek(tx: Tx, ctx: Ctx, { member, week }: DueWeek): Promise<number> {
  const { org } = ctx.scope;
  if ((await tx.weeklyLetter.count({ where: { memberId: member.id, week } })) > 0) return 0;
  await lockReminders(tx, org);
  if ((await tx.weeklyLetter.count({ where: { memberId: member.id, week } })) > 0) return 0;
  const now = ctx.now.getTime();
  const locale = resolveLocale(member.locale, null);
  const actor = { kind: "staff", memberId: member.id, orgId: org, ...member } as const;
  const duties = await findDuties(tx, {
    now: ctx.now,
    locale,
    nouns: visibleNouns(actor),
    ahead: AHEAD_DAYS,
  });
  const isInView = todayViewsAt(now);
  const lines = listObligations(duties, { now }).filter((line) => !line.isDrill && isInView("near", line));
  const isDue = lines.length > 0 || member.weeklyLetter === "always";
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: org },
    select: { slug: true, legalName: true },
  });
  const pressing = countPressing(duties, now);
  const addressed = { member, week, organisation, locale, now, pressing };
  const letter = isDue ? await composeWeek(lines, addressed) : null;
  const letterId = letter && (await queueMail(tx, org, letter, ctx.now));
  await tx.weeklyLetter.createMany({
    data: [{ orgId: org, memberId: member.id, week, letterId, decidedAt: ctx.now }],
  });
  return letter ? 1 : 0;
}

/** Days looked ahead: those of the morning's page. */
const AHEAD_DAYS = 31;

type Addressed = DueWeek & {
  organisation: { slug: string; legalName: string };
  locale: Locale;
  now: number;
  pressing: number;
};

async function composeWeek(lines: readonly Listed[], addressed: Addressed): Promise<Letter> {
  const { member, week, organisation, locale, now, pressing } = addressed;
  const t = await translator(locale, "obligation");
  const shown = lines.slice(0, MOST_LINES);
  const left = lines.length - shown.length;
  const items = HORIZONS.flatMap((horizon) => {
    const group = shown.filter((line) => line.horizon === horizon);
    return group.map((line) => lineOf(line, { t, locale, now }));
  });
  return {
    template: lines.length > 0 ? "obligation-week" : "obligation-week-free",
    locale,
    to: { name: member.name, address: member.email },
    params: {
      name: member.name,
      organisation: organisation.legalName,
      count: String(lines.length),
      pressing: String(pressing),
      items: [...items, ...(left > 0 ? [t("digestMore", { count: left })] : [])].join("\n"),
    },
    link: `${env().AMANA_URL}/${organisation.slug}`,
    dedupeKey: `weekly ${member.id} ${week}`,
  };
}

/** "En retard: Vérifier l’instruction, ORV-2026-001, Orvelle SAS, en retard de 2 jours". */
function lineOf(line: Listed, { t, locale, now }: { t: Translator; locale: Locale; now: number }): string {
  const parts = [
    actOf(t, line.kind),
    subjectOf(t, line, locale),
    line.controller?.name,
    relativeOf(t, line, now),
  ];
  return t("feed.summary", { subject: t(`horizons.${line.horizon}`), act: joinParts(parts, locale) });
}
