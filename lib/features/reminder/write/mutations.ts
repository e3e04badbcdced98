import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { answerKey, type AnswerReminder, planAnswers } from "@/lib/domain/authorisation/reminders";
import {
  planReminders,
  type Reminder,
  reminderKey,
  type ReminderKind,
} from "@/lib/domain/contract/reminders";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { planReviews, type Review, reviewKey } from "@/lib/domain/transfer/reviews";
import { formatDay } from "@/lib/i18n/format";
import { type Locale, resolveLocale } from "@/lib/i18n/locale";
import type { Ctx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { type Letter, queueMail } from "@/lib/platform/mail/queue";
import { findStewards, type Steward } from "@/lib/platform/mail/stewards";
import { write } from "@/lib/platform/write/write";
import {
  findAnswers,
  findRemembered,
  findReviews,
  letterKey,
  type Remembered,
  type RememberedAnswers,
  type RememberedReviews,
} from "@/lib/features/reminder/read/queries";
import { lockReminders } from "./rows";

/**
 * Reminds stewards 90, 30 and 7 days before an end, a renewal or the close of notice, one day before a renewal, and
 * after an expiry. Returns the number sent.
 */
export async function remindOfContracts(ctx: Ctx): Promise<Outcome<number>> {
  if (!can(ctx.actor, "contract.remind")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const stewards = await findStewards(org);
  if (stewards.length === 0) return done(0);
  return write(ctx, async (tx, journal) => {
    await lockReminders(tx, org);
    const known = await findRemembered(tx, org);
    const due = planReminders(known.candidates, known.sent, today);
    for (const reminder of due) {
      for (const letter of lettersOf(reminder, known, stewards)) await queueMail(tx, org, letter, ctx.now);
      const { reference } = contractOf(reminder, known);
      const { contractId, kind, deadline, daysLeft } = reminder;
      journal.note({
        event: "contract.reminded",
        subject: { noun: "contract", id: contractId, label: reference },
        after: { kind, deadline, daysLeft },
      });
    }
    return done(due.length);
  });
}

/** Separate words per kind: a renewal is no expiry. */
const TEMPLATES: Record<ReminderKind, string> = {
  end: "contract-end",
  renewal: "contract-renewal",
  notice: "contract-notice",
  expired: "contract-expired",
};

function lettersOf(reminder: Reminder, known: Remembered, stewards: readonly Steward[]): Letter[] {
  const { reference, controller } = contractOf(reminder, known);
  const isEve = reminder.kind === "renewal" && reminder.daysLeft === 0;
  return stewards.map(({ id, name, email, ...steward }) => {
    const locale = resolveLocale(steward.locale, null);
    return {
      template: isEve ? "contract-renews-tomorrow" : TEMPLATES[reminder.kind],
      locale,
      to: { name, address: email },
      params: {
        name,
        reference,
        controller: controller.legalName,
        day: formatDay(reminder.deadline, locale, { long: true }),
        days: String(reminder.daysLeft),
      },
      secrets: { link: `${env().AMANA_URL}/${known.organisation.slug}/contracts/${reminder.contractId}` },
      dedupeKey: letterKey("contract-reminder", reminderKey(reminder), id),
    };
  });
}

function contractOf({ contractId }: Reminder, { candidates }: Remembered) {
  return required(
    candidates.find(({ id }) => id === contractId),
    "candidate of the reminder",
  ).row;
}

/** Reminds stewards of transfers due for review. Returns the number sent. */
export async function remindOfReviews(ctx: Ctx): Promise<Outcome<number>> {
  if (!can(ctx.actor, "transfer.remind")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const stewards = await findStewards(org);
  if (stewards.length === 0) return done(0);
  return write(ctx, async (tx, journal) => {
    await lockReminders(tx, org);
    const known = await findReviews(tx, org);
    const due = planReviews(known.candidates, known.sent, today);
    for (const review of due) {
      for (const letter of reviewLetters(review, known, stewards)) await queueMail(tx, org, letter, ctx.now);
      const { transferId, reviewOn, threshold } = review;
      const { reference } = transferOf(review, known);
      journal.note({
        event: "transfer.reminded",
        subject: { noun: "transfer", id: transferId, label: reference },
        after: { reviewOn, threshold },
      });
    }
    return done(due.length);
  });
}

function reviewLetters(review: Review, known: RememberedReviews, stewards: readonly Steward[]): Letter[] {
  const { reference, importerName } = transferOf(review, known);
  return stewards.map(({ id, name, email, ...steward }) => {
    const locale = resolveLocale(steward.locale, null);
    return {
      template: "transfer-review",
      locale,
      to: { name, address: email },
      params: {
        name,
        reference,
        importer: importerName,
        day: formatDay(review.reviewOn, locale, { long: true }),
      },
      secrets: { link: `${env().AMANA_URL}/${known.organisation.slug}/transfers/${review.transferId}` },
      dedupeKey: letterKey("transfer-review", reviewKey(review), id),
    };
  });
}

function transferOf({ transferId }: Review, { candidates }: RememberedReviews) {
  return required(
    candidates.find(({ id }) => id === transferId),
    "candidate of the reminder",
  );
}

/**
 * Reminds stewards and the controller's contact of due answers, and stewards of a silence that counts as refusal.
 * Returns the number sent.
 */
export async function remindOfAnswers(ctx: Ctx): Promise<Outcome<number>> {
  if (!can(ctx.actor, "authorisation.remind")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const stewards = await findStewards(org);
  if (stewards.length === 0) return done(0);
  return write(ctx, async (tx, journal) => {
    await lockReminders(tx, org);
    const known = await findAnswers(tx, org);
    const due = planAnswers(known.candidates, known.sent, ctx.now.getTime());
    for (const reminder of due) {
      const letters = [...answerLetters(reminder, known, stewards), ...contactLetters(reminder, known)];
      for (const letter of letters) await queueMail(tx, org, letter, ctx.now);
      const { authorisationId, kind, lastDay, daysLeft } = reminder;
      journal.note({
        event: "authorisation.reminded",
        subject: { noun: "authorisation", id: authorisationId, label: requestOf(reminder, known).reference },
        after: { kind, lastDay, daysLeft },
      });
    }
    return done(due.length);
  });
}

function answerLetters(
  reminder: AnswerReminder,
  known: RememberedAnswers,
  stewards: readonly Steward[],
): Letter[] {
  const { slug } = known.organisation;
  return stewards.map(({ id, name, email, ...steward }) => {
    const locale = resolveLocale(steward.locale, null);
    return {
      template: reminder.kind === "expired" ? "authorisation-expired" : "authorisation-due",
      locale,
      to: { name, address: email },
      params: { name, ...answerParams(reminder, known, locale) },
      secrets: { link: `${env().AMANA_URL}/${slug}/authorisations/${reminder.authorisationId}` },
      dedupeKey: letterKey("authorisation-reminder", answerKey(reminder), id),
    };
  });
}

/** Reminds the contact once, while an answer is possible. */
function contactLetters(reminder: AnswerReminder, known: RememberedAnswers): Letter[] {
  const { row, reader } = candidateOf(reminder, known);
  if (reminder.kind === "expired" || reader === "") return [];
  const { language, controller } = row;
  const locale = resolveLocale(language, null);
  return [
    {
      template: "authorisation-reminder",
      locale,
      to: { name: controller.legalName, address: reader },
      params: answerParams(reminder, known, locale),
      secrets: { link: `${env().AMANA_URL}/portal/requests/${reminder.authorisationId}` },
      dedupeKey: letterKey("authorisation-reminder", answerKey(reminder), "contact"),
    },
  ];
}

function answerParams(reminder: AnswerReminder, known: RememberedAnswers, locale: Locale) {
  const { reference, regime, controller, subProcessor } = requestOf(reminder, known);
  return {
    reference,
    regime,
    controller: controller.legalName,
    subProcessor: subProcessor.name,
    day: formatDay(reminder.lastDay, locale, { long: true }),
  };
}

function requestOf(reminder: AnswerReminder, known: RememberedAnswers) {
  return candidateOf(reminder, known).row;
}

function candidateOf({ authorisationId }: AnswerReminder, { candidates }: RememberedAnswers) {
  return required(
    candidates.find(({ id }) => id === authorisationId),
    "candidate of the reminder",
  );
}
