import { setTimeout as sleep } from "node:timers/promises";
import { withConnection } from "@/lib/platform/database/connection";
import type { Installation } from "./installation";
import type { Mailbox } from "./mailbox";

/** Letters in all, taken by the mail server, taken more than once, and still queued. */
export type MailCount = { queued: number; taken: number; twice: number; waiting: number };

/** A letter that was leaving when its sender died waits for its lease: ten minutes, and a minute for the next round. */
const PATIENCE = 12 * 60_000;
/** A short torture does not wait for leases: what waits is not lost. */
const LONG_ENOUGH = 10;

/** Waits until every letter has left, unless nothing sends them, and counts. */
export async function untilMailed(
  installation: Installation,
  mailbox: Mailbox,
  kills: number,
): Promise<MailCount> {
  const deadline = Date.now() + (kills >= LONG_ENOUGH ? PATIENCE : 10_000);
  let count = await countLetters(installation.ownerUrl, mailbox);
  if (count.waiting > 0) console.log(`\n${count.waiting} of ${count.queued} letters have yet to leave.`);
  while (count.waiting > 0 && mailbox.taken.size > 0 && Date.now() < deadline) {
    await sleep(1_000);
    count = await countLetters(installation.ownerUrl, mailbox);
  }
  return count;
}

function countLetters(ownerUrl: string, { taken }: Mailbox): Promise<MailCount> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("SET app.backup = 'on'");
    const { rows } = await owner.query<{ id: string; state: string }>("SELECT id, state FROM outbox_mail");
    const times = rows.map(({ id }) => taken.get(id) ?? 0);
    return {
      queued: rows.length,
      taken: times.filter((time) => time > 0).length,
      twice: times.filter((time) => time > 1).length,
      waiting: rows.filter(({ state }) => ["queued", "sending"].includes(state)).length,
    };
  });
}
