import { proveSilences } from "@/lib/features/authorisation/write/silence";
import { meetProvenConditions } from "@/lib/features/authorisation/write/proven-conditions";
import { proveBySilence } from "@/lib/features/contact/write/proofs";
import { timeIn } from "@/lib/domain/time/typed-instant";
import { todayIn } from "@/lib/domain/time/zones";
import { sealAccessLog } from "@/lib/features/access-log/write/mutations";
import { recordReceipts } from "@/lib/features/authorisation/write/receipts";
import { escalateNotices } from "@/lib/features/breach-notice/write/escalation";
import { recordReadings } from "@/lib/features/breach-notice/write/receipts";
import { judgeOneLog } from "@/lib/features/call-log/write/judge";
import { clearLog } from "@/lib/features/call-log/write/mutations";
import { recordDay } from "@/lib/features/compliance/write/record-day";
import { makeDossier } from "@/lib/features/dossier/write/make";
import { collectGrant } from "@/lib/features/grant/write/collect";
import { expireDossier } from "@/lib/features/dossier/write/mutations";
import { carryOverFilings } from "@/lib/features/filing-carry-over/write/mutations";
import { deliverLetter } from "@/lib/features/outbox/write/delivery";
import { eraseDueParents } from "@/lib/features/choice/write/erase-parents";
import { eraseDueContacts as eraseContactsOf } from "@/lib/features/consultation/write/erase";
import { sendDue } from "@/lib/features/consultation/write/send";
import { findDoubtedNumbers } from "@/lib/features/rights-request/write/number";
import { findDoubtedStops } from "@/lib/features/rights-request/write/stop-doubt";
import { eraseDue } from "@/lib/features/rights-request/write/retention";
import { reassessDay, reassessOutdated } from "@/lib/features/reassessment/write/mutations";
import { notifySubscribers } from "@/lib/features/public-page/write/notify-subscribers";
import { mailNotifications } from "@/lib/features/notification/write/mail";
import { remindOfHours, remindOfObligations } from "@/lib/features/reminder/write/mutations";
import { remindOfWeek } from "@/lib/features/reminder/write/weekly";
import { readMailbox } from "@/lib/features/returned-mail/write/mutations";
import { readDueFeeds } from "@/lib/features/watch-feed/write/reading";
import { journalRefusalCounts } from "@/lib/platform/auth/refusal-counts";
import {
  cleanExpired,
  listDossiers,
  listLogsToClear,
  listLogsToJudge,
  listGrants,
  listDueLetters,
  listOrganisations,
} from "@/lib/platform/jobs/candidates";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { hasMailbox } from "@/lib/platform/mail/mailbox";
import { canSend } from "@/lib/platform/mail/transport";

/** Concurrent letters: mail servers limit the connections of one sender. */
const SIDE_BY_SIDE = 4;

/** Sends due letters, oldest first; they wait without a mail server. */
export async function deliverDueLetters(signal: AbortSignal): Promise<void> {
  if (!canSend()) return;
  while (!signal.aborted && (await deliverSome()));
}

/** True while more may be due. Skips letters leased by other processes. */
async function deliverSome(): Promise<boolean> {
  const due = await listDueLetters(new Date(), SIDE_BY_SIDE);
  const tries = due.map(({ id, org }) => deliverLetter(jobContext("mail-delivery", org, new Date()), id));
  const results = await Promise.allSettled(tries);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return results.some((result) => result.status === "fulfilled" && isProgress(result.value));
}

/** Does nothing without a configured mailbox. */
export async function readReturnedMail(signal: AbortSignal): Promise<void> {
  if (hasMailbox()) await readMailbox(signal);
}

function isProgress(outcome: Awaited<ReturnType<typeof deliverLetter>>): boolean {
  return outcome.ok && outcome.value !== "taken";
}

/** Applies the law of today to every register, since dates pass without a save. */
export async function reassessRegisters(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await reassessDay(jobContext("gap-reassessment", org, new Date()), signal);
  }
}

/** Reassesses records that decisions in portals marked. */
export async function reassessOutdatedRegisters(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    const { scope, now } = jobContext("gap-reassessment", org, new Date());
    await reassessOutdated(scope, now);
  }
}

/** Stores the figures of the day of every organisation that has none of it yet. */
export async function recordDays(signal: AbortSignal): Promise<void> {
  const now = new Date();
  if (timeIn(now.getTime()) < FIGURES_FROM) return;
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await recordDay(jobContext("gap-reassessment", org, now));
  }
}

/** Hour after which the day's assessment has run, so that figures have the dates that passed. */
const FIGURES_FROM = "00:20";

/** Sends reminders of every organisation. */
export async function remindRegisters(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    const ctx = jobContext("contract-reminder", org, new Date());
    await recordReceipts(ctx);
    await proveBySilence(ctx);
    await remindOfObligations(ctx);
  }
}

/** Records receipts in every organisation. */
export async function recordAllReceipts(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await recordReceipts(jobContext("access-log-sealing", org, new Date()));
    await recordReadings(jobContext("returned-mail", org, new Date()));
    await meetProvenConditions(jobContext("returned-mail", org, new Date()));
    await proveSilences(jobContext("returned-mail", org, new Date()));
  }
}

/** Writes to the next contact of a controller that a notice of a breach has not reached. */
export async function escalateAllNotices(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await escalateNotices(jobContext("returned-mail", org, new Date()));
  }
}

/** Sends alarms of periods in hours, where something of an organisation runs by the hour. */
export async function remindOfAllHours(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await remindOfHours(jobContext("contract-reminder", org, new Date()));
  }
}

/** Sends the letters of the week that are due by each reader's choice. */
export async function remindOfAllWeeks(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await remindOfWeek(jobContext("contract-reminder", org, new Date()));
  }
}

/** Sends letters of notifications, to members who chose them. */
export async function mailAllNotifications(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await mailNotifications(jobContext("contract-reminder", org, new Date()));
  }
}

/** Tells subscribers of public pages what changed in the list of sub-processors. */
export async function notifyAllSubscribers(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await notifySubscribers(jobContext("contract-reminder", org, new Date()));
  }
}

/** Makes the dossiers that were asked for, one after the other, and deletes the files of expired ones. */
export async function makeDossiers(signal: AbortSignal): Promise<void> {
  for (const { id, org } of await listDossiers("expired", new Date(), 100))
    await expireDossier(jobContext("dossier-making", org, new Date()), id);
  let isMore = true;
  while (isMore && !signal.aborted) {
    isMore = false;
    for (const { id, org } of await listDossiers("due", new Date(), 10)) {
      if (signal.aborted) return;
      const outcome = await makeDossier(jobContext("dossier-making", org, new Date()), id, signal);
      isMore ||= outcome.ok && outcome.value !== "taken";
    }
  }
}

/** Judges logs of calls one after the other, and deletes the calls of those whose day has passed. */
export async function judgeLogs(signal: AbortSignal): Promise<void> {
  const started = new Date();
  const day = todayIn("Africa/Casablanca", started.getTime());
  for (const { id, org } of await listLogsToClear(day, started, 100))
    await clearLog(jobContext("gap-reassessment", org, new Date()), { id });
  let isMore = true;
  while (isMore && !signal.aborted) {
    isMore = false;
    for (const { id, org } of await listLogsToJudge(new Date(), 10)) {
      if (signal.aborted) return;
      const outcome = await judgeOneLog(jobContext("gap-reassessment", org, new Date()), id, signal);
      isMore ||= outcome.ok && outcome.value !== "taken";
    }
  }
}

/** Makes documents of the filings that sheets of organisations state, as older versions and their backups held them. */
export async function carryOverAllFilings(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await carryOverFilings(jobContext("gap-reassessment", org, new Date()));
  }
}

/** Reads the feeds of every organisation that are due. */
export async function readFeeds(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    let read = 1;
    while (!signal.aborted && read > 0)
      read = await readDueFeeds(jobContext("returned-mail", org, new Date()), signal);
  }
}

/** Collects what new grants of auditors cover, one after the other. */
export async function collectGrants(signal: AbortSignal): Promise<void> {
  for (const { id, org } of await listGrants(new Date(), 100)) {
    if (signal.aborted) return;
    await collectGrant(jobContext("audit-collecting", org, new Date()), id);
  }
}

/** Seals reads since the last run into each organisation's journal. */
export async function sealAccessLogs(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    let sealed = 1;
    while (!signal.aborted && sealed > 0) {
      const outcome = await sealAccessLog(jobContext("access-log-sealing", org, new Date()));
      sealed = outcome.ok ? outcome.value : 0;
    }
  }
}

/** Journals the number of refused sign-ins beyond those recorded singly. */
export async function countRefusals(): Promise<void> {
  await journalRefusalCounts(new Date());
}

/** Deletes expired rows. */
export async function clean(): Promise<void> {
  await cleanExpired(new Date());
}

/** Looks in every organisation for objections whose number may be of another country than the one by which it was read. */
export async function readNumbersAgain(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    const ctx = jobContext("number-reading", org, new Date());
    await findDoubtedStops(ctx, signal);
    await findDoubtedNumbers(ctx, signal);
  }
}

/** Empties the requests of every organisation whose rule of retention has passed. */
export async function eraseDueRequests(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await eraseDue(jobContext("request-erasure", org, new Date()), signal);
  }
}

/** Queues the letters that orders of every organisation leave to be sent. */
export async function sendConsultations(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await sendDue(jobContext("mail-delivery", org, new Date()), signal);
  }
}

/** Empties what has served in every organisation: contacts of consultations, holders of parental responsibility. */
export async function eraseDueContacts(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    const ctx = jobContext("request-erasure", org, new Date());
    await eraseContactsOf(ctx, signal);
    await eraseDueParents(ctx, signal);
  }
}
