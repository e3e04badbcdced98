import type { JobDefinition } from "@/lib/platform/jobs/definition";
import {
  carryOverAllFilings,
  clean,
  countRefusals,
  deliverDueLetters,
  collectGrants,
  eraseDueContacts,
  eraseDueRequests,
  escalateAllNotices,
  judgeLogs,
  mailAllNotifications,
  makeDossiers,
  readFeeds,
  readNumbersAgain,
  recordAllReceipts,
  recordDays,
  readReturnedMail,
  reassessOutdatedRegisters,
  reassessRegisters,
  remindOfAllHours,
  remindOfAllWeeks,
  remindRegisters,
  sealAccessLogs,
  sendConsultations,
  notifyAllSubscribers,
} from "./mutations";
import { publishHeads, publishMissed, publishWithinDays, stampHeads, verifyAllRows } from "./journal-jobs";

/** Names are those of the queues. */
export const JOBS: readonly JobDefinition[] = [
  { name: "mail-delivery", schedule: "minutely", heardOn: "amana_outbox", run: deliverDueLetters },
  { name: "returned-mail", schedule: "minutely", run: readReturnedMail },
  // Runs at the commit of an access too, so that an opening is recorded soon.
  { name: "receipts", schedule: "minutely", heardOn: "amana_opened", run: recordAllReceipts },
  { name: "breach-escalation", schedule: "minutely", run: escalateAllNotices },
  { name: "hourly-reminder", schedule: "minutely", run: remindOfAllHours },
  { name: "weekly-letter", schedule: "minutely", run: remindOfAllWeeks },
  { name: "notification-letters", schedule: "minutely", run: mailAllNotifications },
  { name: "published-changes", schedule: "minutely", run: notifyAllSubscribers },
  { name: "dossier-making", schedule: "minutely", heardOn: "amana_dossier", run: makeDossiers },
  // An order queues its first letters itself; the rest follow here.
  { name: "consultation-sending", schedule: "minutely", run: sendConsultations },
  { name: "call-judging", schedule: "minutely", heardOn: "amana_call_log", run: judgeLogs },
  { name: "filing-carry-over", schedule: "minutely", run: carryOverAllFilings },
  { name: "feed-reading", schedule: "minutely", heardOn: "amana_watch_feed", run: readFeeds },
  { name: "audit-collecting", schedule: "minutely", heardOn: "amana_audit", run: collectGrants },
  // Runs after midnight in Casablanca, so that passed dates count.
  { name: "gap-reassessment", schedule: { daily: "00:10" }, run: reassessRegisters },
  { name: "outdated-gaps", schedule: "minutely", heardOn: "amana_outdated", run: reassessOutdatedRegisters },
  // Stores each day once, at its first run: a machine that wakes late has the day still.
  { name: "compliance-days", schedule: "minutely", run: recordDays },
  // Runs after the day's assessment, before working hours.
  { name: "contract-reminder", schedule: { daily: "07:00" }, run: remindRegisters },
  { name: "access-log-sealing", schedule: "minutely", run: sealAccessLogs },
  { name: "refusal-count", schedule: "minutely", run: countRefusals },
  // Signs the head of the day at its end.
  { name: "journal-publication", schedule: { daily: "23:50" }, run: publishHeads },
  // After an hour with changes, and within minutes of an act of a client.
  { name: "journal-hours", schedule: "minutely", run: publishWithinDays },
  { name: "head-stamping", schedule: "minutely", run: stampHeads },
  { name: "journal-catch-up", schedule: "minutely", run: publishMissed },
  { name: "number-reading", schedule: { daily: "03:00" }, run: readNumbersAgain },
  // In the night: every row is digested again.
  { name: "journal-verification", schedule: { daily: "02:20" }, run: verifyAllRows },
  { name: "request-erasure", schedule: { daily: "03:10" }, run: eraseDueRequests },
  { name: "contact-erasure", schedule: { daily: "03:20" }, run: eraseDueContacts },
  { name: "cleaning", schedule: { daily: "03:30" }, run: clean },
];
