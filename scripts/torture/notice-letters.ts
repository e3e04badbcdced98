import { withConnection } from "@/lib/platform/database/connection";

export type LetterRow = { id: string; state: string; acceptedAt: Date | null };

/** Letters of notices, as the outbox has them. */
export function findLetters(ownerUrl: string): Promise<LetterRow[]> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("SET app.backup = 'on'");
    const sql = `SELECT id, state, accepted_at AS "acceptedAt" FROM outbox_mail WHERE template = 'breach-notice'`;
    return (await owner.query<LetterRow>(sql)).rows;
  });
}

type Judged = {
  letters: readonly LetterRow[];
  count: number;
  taken: ReadonlyMap<string, readonly number[]>;
  /** Nobody waits for the leases of dead senders: a letter that is leaving is not lost. */
  isShort: boolean;
};

export type LetterVerdict = {
  count: number;
  /** Rows of the outbox: one for each notice, though each was queued twice. */
  queued: number;
  accepted: number;
  /** Letters that the mail server never took. */
  missing: number;
  /** Letters taken more than once: their sender died between the server's answer and its record. */
  twice: number;
  /** Letters taken again after the acceptance was recorded. */
  again: number;
  isWhole: boolean;
};

/** Milliseconds of the mail server's clock, which is the outbox's. */
export function judgeLetters({ letters, count, taken, isShort }: Judged): LetterVerdict {
  const timesOf = (id: string) => taken.get(id) ?? [];
  const accepted = letters.filter(({ acceptedAt }) => acceptedAt !== null).length;
  const leaving = isShort ? letters.filter(({ state }) => state === "sending").length : 0;
  const missing = letters.filter(
    ({ id, acceptedAt }) => timesOf(id).length === 0 && !(isShort && acceptedAt === null),
  ).length;
  const twice = letters.filter(({ id }) => timesOf(id).length > 1).length;
  const again = letters.filter(({ id, acceptedAt }) =>
    timesOf(id).some((at) => acceptedAt !== null && at > acceptedAt.getTime()),
  ).length;
  const isWhole = letters.length === count && accepted + leaving === count && missing === 0 && again === 0;
  return { count, queued: letters.length, accepted, missing, twice, again, isWhole };
}

export function printLetters({ isWhole, kills, ...of }: LetterVerdict & { kills: number }): void {
  console.log(
    `${isWhole ? "passed" : "FAILED"}: ${of.count} notices queued twice, ${of.queued} letters, ${kills} kills; ` +
      `${of.accepted} accepted, ${of.missing} never taken, ${of.twice} taken twice before a record, ` +
      `${of.again} taken after it`,
  );
}
