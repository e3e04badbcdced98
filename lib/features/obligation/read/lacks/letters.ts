import { obligationOf, since, type ObligationKind } from "@/lib/domain/obligation/types";
import { COUNTED, type FindLacks } from "./asked";

/** Milliseconds after which an unsent letter counts as waiting. */
export const WAITS_AFTER_MS = 5 * 60_000;

const KINDS: readonly { kind: ObligationKind; view: string; states: readonly string[] }[] = [
  { kind: "mail.bounced", view: "bounced", states: ["bounced"] },
  { kind: "mail.given-up", view: "given-up", states: ["given-up", "refused"] },
  { kind: "mail.waiting", view: "waiting", states: ["queued", "sending"] },
];

/** Letters that nobody received, one line for each way, since the oldest. */
export const findLetterLacks: FindLacks = async (tx, { now, countLetters }) => {
  const waits = new Date(now.getTime() - WAITS_AFTER_MS);
  const found = await tx.$queryRaw<{ state: string; count: number; oldest: Date; first: string }[]>`
    SELECT state, count(*)::int AS count, min(created_at) AS oldest, min(id::text) AS first FROM outbox_mail
    WHERE state IN ('bounced', 'given-up', 'refused')
      OR (state IN ('queued', 'sending') AND created_at < ${waits}) GROUP BY state`;
  return KINDS.flatMap(({ kind, view, states }) => {
    const rows = found.filter(({ state }) => states.includes(state));
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const [only] = rows;
    if (!only) return [];
    const path = count === 1 ? `/outbox/${only.first}` : `/outbox?view=${view}`;
    const row = { subject: { id: "", reference: "" }, controller: null, path, ...COUNTED };
    const oldest = Math.min(...rows.map((one) => one.oldest.getTime()));
    return [obligationOf(row, kind, since(oldest), { about: countLetters(count) })];
  });
};
