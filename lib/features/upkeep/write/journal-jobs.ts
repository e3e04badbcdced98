import { timeIn } from "@/lib/domain/time/typed-instant";
import { publishDay, publishDueHeads, publishMissedDays } from "@/lib/features/journal/write/mutations";
import { stampNewestHead } from "@/lib/features/journal/write/stamps";
import { verifyRows } from "@/lib/features/journal/write/verification";
import { env } from "@/lib/platform/environment/env";
import { listOrganisations } from "@/lib/platform/jobs/candidates";
import { jobContext } from "@/lib/platform/jobs/job-context";

/** An hour before which the day is not at its end: a run that was late would publish the next day's head too early. */
const END_OF_DAY = "23:00";

/** Sends each signed head to the organisation's DPO, those of missed days first. */
export async function publishHeads(signal: AbortSignal): Promise<void> {
  const now = new Date();
  await publishMissed(signal);
  if (timeIn(now.getTime()) >= END_OF_DAY) await publishDay(await listOrganisations(), now, signal);
}

/** Signs the heads that are due within a day. */
export async function publishWithinDays(signal: AbortSignal): Promise<void> {
  await publishDueHeads(await listOrganisations(), new Date(), signal);
}

/** Minutes between two rounds of questions to an authority, which may be down and is others' too. */
const STAMP_MINUTES = 10;
let stampedAt = 0;

/** Has the newest head of each organisation stamped, where the operator names an authority. */
export async function stampHeads(signal: AbortSignal): Promise<void> {
  const { TIMESTAMP_URL: address } = env();
  const now = new Date();
  if (!address || now.getTime() - stampedAt < STAMP_MINUTES * 60_000) return;
  stampedAt = now.getTime();
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await stampNewestHead(jobContext("journal-publication", org, now), { address, signal });
  }
}

/** Signs the heads of days that ended while no job ran. */
export async function publishMissed(signal: AbortSignal): Promise<void> {
  await publishMissedDays(await listOrganisations(), new Date(), signal);
}

/** Compares the rows of each organisation with its journal. */
export async function verifyAllRows(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await verifyRows(jobContext("journal-verification", org, new Date()), signal);
  }
}
