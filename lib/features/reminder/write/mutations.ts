import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import {
  type PlannedLetter,
  planReminders,
  type Reader,
  type Reminder,
  stageKey,
} from "@/lib/domain/obligation/reminders";
import { channelFor } from "@/lib/domain/obligation/reminder-choice";
import {
  OBLIGATION_KINDS,
  OBLIGATION_NOUNS,
  type ObligationNoun,
  ruleOf,
} from "@/lib/domain/obligation/rules";
import { DEFAULT_LOCALE, type Locale, resolveLocale } from "@/lib/i18n/locale";
import { findObligations, visibleNouns } from "@/lib/features/obligation/read/queries";
import { findKnown, findRequests, type Known, type Request } from "@/lib/features/reminder/read/queries";
import type { Ctx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { portalPlace } from "@/lib/platform/access/portal-access";
import { queueMail } from "@/lib/platform/mail/queue";
import { findRemindedMembers, type RemindedMember } from "@/lib/platform/mail/stewards";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { journalReminder } from "./journal";
import { composeForController, composeReminder } from "./letters";
import { insertReminders, lockReminders } from "./rows";

/** Reader of letters to a controller: there is one for each request. */
const CONTACT = "contact";

/** Nouns whose periods run in hours: their alarms cannot wait for the day's letters. */
const HOURLY_NOUNS = [
  ...new Set(OBLIGATION_KINDS.map(ruleOf).flatMap(({ isHourly, noun }) => (isHourly ? [noun] : []))),
];

/** Alarms of periods in hours alone, as often as it runs; each stage is told once. */
export async function remindOfHours(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "obligation.remind")) return refuse({ kind: "forbidden" });
  const asked = { now: ctx.now, locale: DEFAULT_LOCALE, nouns: HOURLY_NOUNS };
  const found = await withOrg(ctx.scope, (tx) => findObligations(tx, asked));
  // Most organisations have nothing that runs by the hour.
  return found.some(({ doneAt }) => doneAt === null) ? remindOfObligations(ctx, HOURLY_NOUNS) : done(0);
}

/**
 * Recalls every date to the members who chose to be told, and an answer due to the controller. Returns the number of
 * letters.
 */
export async function remindOfObligations(
  ctx: Ctx,
  nouns: readonly ObligationNoun[] = OBLIGATION_NOUNS,
): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "obligation.remind")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const members = (await findRemindedMembers(org)).map((member) => readerOf(member, org));
  return write(ctx, async (tx, journal) => {
    await lockReminders(tx, org);
    const locales = new Set<Locale>(["fr", ...members.map(({ locale }) => locale)]);
    const known = await findKnown(tx, { org, now: ctx.now, locales, nouns });
    const planned = members.map((member) => ({ member, letters: planFor(member, known, ctx.now.getTime()) }));
    const own = planForControllers(known, ctx.now.getTime());
    const reminders = [...own, ...planned.flatMap(({ letters }) => letters)].flatMap(
      (letter) => letter.reminders,
    );
    const requests = await findRequests(tx, requestIds(reminders));
    const run = { tx, ctx, known, requests };
    for (const { member, letters } of planned)
      for (const letter of letters) await queueForMember(run, member, letter);
    const sent = await queueForControllers(run, own);
    journalStages(journal, reminders);
    return done(sent + planned.reduce((sum, { letters }) => sum + letters.length, 0));
  });
}

type RemindedReader = { reader: Reader; locale: Locale; to: { name: string; address: string } };
type Run = { tx: Tx; ctx: Ctx; known: Known; requests: ReadonlyMap<string, Request> };

/** A reader is told of what their role may read, by the channel and on the days of their choice. */
function readerOf(member: RemindedMember, org: string): RemindedReader {
  const { id, personId, role, name, email, reminderChannel, reminderLeads } = member;
  const nouns = visibleNouns({ kind: "staff", memberId: id, orgId: org, personId, role, name });
  return {
    reader: {
      id,
      channel: channelFor(reminderChannel, role),
      leads: reminderLeads.length > 0 ? reminderLeads : null,
      kinds: OBLIGATION_KINDS.filter((kind) => nouns.includes(ruleOf(kind).noun)),
    },
    locale: resolveLocale(member.locale, null),
    to: { name, address: email },
  };
}

function planFor({ reader, locale }: RemindedReader, known: Known, now: number): PlannedLetter[] {
  const { sent, digestsToday, alarmed } = known;
  const planning = { readers: [reader], sent, digestsToday, alarmed, now };
  return planReminders(known.obligations.get(locale) ?? [], planning);
}

/** Sends one letter for each request whose answer is due: each has a reader of its own. */
function planForControllers(
  { obligations, sent, digestsToday, alarmed }: Known,
  now: number,
): PlannedLetter[] {
  const readers: Reader[] = [{ id: CONTACT, channel: "mail", leads: null, kinds: ["authorisation.answer"] }];
  const all = obligations.get("fr") ?? [];
  return all.flatMap((obligation) =>
    planReminders([obligation], { readers, sent, digestsToday, alarmed, now }),
  );
}

function requestIds(reminders: readonly Reminder[]): string[] {
  const own = reminders.filter(({ of }) => ruleOf(of.kind).noun === "authorisation");
  return [...new Set(own.map(({ of }) => of.subject.id))];
}

async function queueForMember(
  { tx, ctx, known, requests }: Run,
  { locale, to }: RemindedReader,
  planned: PlannedLetter,
): Promise<void> {
  const { organisation, groundOf } = known;
  const addressed = { to, locale, organisation, requests, groundOf, now: ctx.now.getTime() };
  const letterId = await queueMail(tx, ctx.scope.org, await composeReminder(planned, addressed), ctx.now);
  await insertReminders(tx, ctx, planned, letterId);
}

/** A request whose controller has nobody to write to is told to the members alone. */
async function queueForControllers(
  { tx, ctx, requests }: Run,
  own: readonly PlannedLetter[],
): Promise<number> {
  let sent = 0;
  for (const planned of own) {
    const [reminder] = planned.reminders;
    const request = reminder && requests.get(reminder.of.subject.id);
    if (!reminder || !request?.addressee) continue;
    const { controller, subject } = reminder.of;
    const portal = await portalPlace(tx, {
      controllerId: controller?.id ?? "",
      address: request.addressee,
      path: `requests/${subject.id}`,
    });
    const key = `reminder ${stageKey(reminder)}`;
    const letter = composeForController(reminder, request, { key, portal });
    await insertReminders(tx, ctx, planned, await queueMail(tx, ctx.scope.org, letter, ctx.now));
    sent += 1;
  }
  return sent;
}

function journalStages(journal: JournalDraft, reminders: readonly Reminder[]): void {
  const stages = new Map(reminders.map((reminder) => [stageKey({ ...reminder, readerId: "" }), reminder]));
  for (const reminder of stages.values()) journalReminder(journal, reminder);
}
