import type { JobDefinition } from "@/lib/platform/jobs/definition";
import {
  clean,
  countRefusals,
  deliverDueLetters,
  publishHeads,
  readReturnedMail,
  reassessOutdatedRegisters,
  reassessRegisters,
  remindRegisters,
  sealAccessLogs,
} from "./mutations";

/** All that is done without being asked for. A new job is a line here; its name is that of its queue. */
export const JOBS: readonly JobDefinition[] = [
  { name: "mail-delivery", schedule: "minutely", heardOn: "amana_outbox", run: deliverDueLetters },
  { name: "returned-mail", schedule: "minutely", run: readReturnedMail },
  // After midnight where the register is kept: a date that has passed has passed by then.
  { name: "gap-reassessment", schedule: { daily: "00:10" }, run: reassessRegisters },
  { name: "outdated-gaps", schedule: "minutely", heardOn: "amana_outdated", run: reassessOutdatedRegisters },
  // After the day's assessment, in time for whoever begins the day with their letters.
  { name: "contract-reminder", schedule: { daily: "07:00" }, run: remindRegisters },
  { name: "access-log-sealing", schedule: "minutely", run: sealAccessLogs },
  { name: "refusal-count", schedule: "minutely", run: countRefusals },
  // Before the day's letters are read: the head of what was written until then.
  { name: "journal-publication", schedule: { daily: "06:30" }, run: publishHeads },
  { name: "cleaning", schedule: { daily: "03:30" }, run: clean },
];
