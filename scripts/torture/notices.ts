import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { noticeMail } from "@/lib/features/breach-notice/write/letters";
import { itemAt } from "@/lib/domain/invariant/required";
import { NO_CONTENT } from "@/lib/domain/breach/notice-content";
import { done } from "@/lib/domain/outcome/outcome";
import { closeClients } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { storeFile } from "@/lib/platform/files/store";
import { queueMail } from "@/lib/platform/mail/queue";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { makeOrganisationIn } from "./make-organisation";
import { Installation } from "./installation";
import { openMailbox, type Mailbox } from "./mailbox";
import { findLetters, judgeLetters, printLetters, type LetterRow } from "./notice-letters";
import { findVictim, type Victim } from "./processes";

const KILLED: readonly Victim[] = ["web worker", "job worker", "supervisor"];
/** A letter that was leaving when its sender died waits for its lease of ten minutes: a short torture does not. */
const PATIENCE = 25 * 60_000;
const SHORT_PATIENCE = 20_000;
const LONG_ENOUGH = 100;

/**
 * Queues so many notices of a breach, each twice, and kills web and job processes with -9 while they leave. Each must be
 * taken by the mail server at least once, and by no chance again once its acceptance was recorded. Throws where one is not.
 */
export async function tortureNotices(count: number) {
  const folder = mkdtempSync(join(tmpdir(), "amana-notices-"));
  chmodSync(folder, 0o711);
  const mailbox = await openMailbox();
  const installation = await Installation.open(folder, mailbox.settings);
  try {
    const queued = await queueNotices(await makeOrganisationIn(installation), count);
    const kills = await killWhileLeaving(installation, mailbox, queued);
    const isShort = count < LONG_ENOUGH;
    const letters = await untilAccepted(installation, mailbox, isShort ? SHORT_PATIENCE : PATIENCE);
    const verdict = judgeLetters({ letters, count, taken: mailbox.receivedAt, isShort });
    printLetters({ ...verdict, kills });
    if (!verdict.isWhole) throw new ConfigurationError(`The folder is kept: ${folder}`);
  } finally {
    await closeClients();
    await installation.close();
    await mailbox.close();
  }
  await discardData(folder);
}

const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");

/** Attaches one file to all; each letter is queued by two runs of its verb. */
async function queueNotices(ctx: StaffCtx, count: number): Promise<number> {
  const stored = await write(withoutRight(ctx), async (tx, journal) =>
    done(
      await storeFile(tx, ctx, journal, {
        purpose: "document",
        subjectNoun: "breach-notice",
        subjectId: newId(ctx.now),
        controllerId: null,
        fileName: "Notification 1.pdf",
        contentType: "application/pdf",
        bytes: PDF,
      }),
    ),
  );
  if (!stored.ok) throw new Error("The notice's file was refused.");
  const ids = Array.from({ length: count }, () => newId(ctx.now));
  const send = async (id: string) => sendNotice(ctx, id, stored.value);
  for (let at = 0; at < ids.length; at += 4) {
    const some = ids.slice(at, at + 4);
    await Promise.all([...some, ...some].map(send));
  }
  return ids.length;
}

async function sendNotice(ctx: StaffCtx, id: string, documentId: string): Promise<void> {
  const letter = await noticeMail({
    notice: { id, number: 1, phase: "initial", isDrill: false, content: NO_CONTENT, lateReason: "" },
    organisation: "Centre",
    controller: "Orvelle",
    zone: "Europe/Paris",
    duties: [],
    documentId,
    digest: "0",
    after: null,
    portal: { params: { portal: "no" } },
    to: {
      contactId: null,
      route: "main" as const,
      name: "Hélène Marchetti",
      address: `${id}@orvelle.example`,
      locale: "fr",
    },
  });
  const now = new Date();
  const outcome = await write(withoutRight({ ...ctx, now }), async (tx, journal) => {
    const letterId = await queueMail(tx, ctx.scope.org, letter, now);
    journal.note({ event: "mail.retried", subject: { noun: "mail", id: letterId } });
    return done(letterId);
  }).catch(() => null);
  // Another run of the verb has the key: it writes nothing.
  if (outcome && !outcome.ok) throw new Error(`A notice was refused: ${JSON.stringify(outcome.refusal)}`);
}

/** Kills one process after another until most letters have left. Returns how many were killed. */
async function killWhileLeaving(
  installation: Installation,
  { receivedAt }: Mailbox,
  count: number,
): Promise<number> {
  let kills = 0;
  const most = Math.max(2, Math.ceil(count / 50));
  while (kills < most && receivedAt.size < count) {
    await sleep(200 + Math.random() * 1_200);
    const pid = findVictim(installation, itemAt(KILLED, kills % KILLED.length));
    if (pid === undefined) continue;
    process.kill(pid, "SIGKILL");
    kills += 1;
    await installation.untilWhole();
  }
  return kills;
}

/** Waits until the outbox has recorded an acceptance of each letter. */
async function untilAccepted(
  installation: Installation,
  { receivedAt }: Mailbox,
  patience: number,
): Promise<LetterRow[]> {
  const deadline = Date.now() + patience;
  for (;;) {
    const letters = await findLetters(installation.ownerUrl);
    const waiting = letters.filter(({ acceptedAt }) => acceptedAt === null).length;
    if (waiting === 0 || Date.now() > deadline) return letters;
    // Shows that a wait of up to 25 minutes goes on.
    console.log(`${waiting} of ${letters.length} letters wait; the mailbox has ${receivedAt.size}.`);
    await sleep(5_000);
  }
}
