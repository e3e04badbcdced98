import { sealAccessLog } from "@/lib/features/access-log/write/mutations";
import { recordReceipts } from "@/lib/features/authorisation/write/mutations";
import { publishDay } from "@/lib/features/journal/write/mutations";
import { deliverLetter } from "@/lib/features/outbox/write/delivery";
import { reassessDay, reassessOutdated } from "@/lib/features/reassessment/write/mutations";
import { remindOfAnswers, remindOfContracts, remindOfReviews } from "@/lib/features/reminder/write/mutations";
import { readMailbox } from "@/lib/features/returned-mail/write/mutations";
import { sumUpRefusals } from "@/lib/platform/auth/refusal-notes";
import { cleanExpired, listDueLetters, listOrganisations } from "@/lib/platform/jobs/candidates";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { hasMailbox } from "@/lib/platform/mail/mailbox";
import { canSend } from "@/lib/platform/mail/transport";

/** Letters sent side by side: mail servers refuse more connections of one sender than a few. */
const SIDE_BY_SIDE = 4;

/** Sends every letter that is due, the longest waiting first. Without a mail server they wait. */
export async function deliverDueLetters(signal: AbortSignal): Promise<void> {
  if (!canSend()) return;
  while (!signal.aborted && (await deliverSome()));
}

/** Sends a few; true while there may be more. What others have taken they will see to. */
async function deliverSome(): Promise<boolean> {
  const due = await listDueLetters(new Date(), SIDE_BY_SIDE);
  const tries = due.map(({ id, org }) => deliverLetter(jobContext("mail-delivery", org, new Date()), id));
  const results = await Promise.allSettled(tries);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return results.some((result) => result.status === "fulfilled" && isProgress(result.value));
}

/** Reads what came back, where a mailbox is set for it. */
export async function readReturnedMail(signal: AbortSignal): Promise<void> {
  if (hasMailbox()) await readMailbox(signal);
}

function isProgress(outcome: Awaited<ReturnType<typeof deliverLetter>>): boolean {
  return outcome.ok && outcome.value !== "taken";
}

/** Dates pass and adequacy decisions end while nobody saves: every register is assessed by the law of today. */
export async function reassessRegisters(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    await reassessDay(jobContext("gap-reassessment", org, new Date()), signal);
  }
}

/** What a contact decided in the portal changes what its controller's records lack. */
export async function reassessOutdatedRegisters(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    const { scope, now } = jobContext("gap-reassessment", org, new Date());
    await reassessOutdated(scope, now);
  }
}

/** What falls due in the contracts and transfers of every organisation, told to whoever keeps its register. */
export async function remindRegisters(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    if (signal.aborted) return;
    const ctx = jobContext("contract-reminder", org, new Date());
    await remindOfContracts(ctx);
    await remindOfReviews(ctx);
    await recordReceipts(ctx);
    await remindOfAnswers(ctx);
  }
}

/** The looks of contacts since the last batch, chained into the journal of each organisation. */
export async function sealAccessLogs(signal: AbortSignal): Promise<void> {
  for (const org of await listOrganisations()) {
    let sealed = 1;
    while (!signal.aborted && sealed > 0) {
      const outcome = await sealAccessLog(jobContext("access-log-sealing", org, new Date()));
      sealed = outcome.ok ? outcome.value : 0;
    }
  }
}

/** Refused sign-ins beyond those that the journal holds one by one. */
export async function countRefusals(): Promise<void> {
  await sumUpRefusals(new Date());
}

/** The head of every chain, signed and sent to each organisation's DPO. */
export async function publishHeads(signal: AbortSignal): Promise<void> {
  await publishDay(await listOrganisations(), new Date(), signal);
}

/** Rows that serve nobody any more. */
export async function clean(): Promise<void> {
  await cleanExpired(new Date());
}
