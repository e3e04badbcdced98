import { refusalOfAddress } from "@/lib/domain/access/own-address";
import { firstOpening, type Opening } from "@/lib/domain/authorisation/receipt";
import type { findOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import type { AuthorisationRow } from "./queries";

/** People whose openings prove no receipt, and contacts whose openings do. */
export type OwnPeople = Awaited<ReturnType<typeof findOwnPeople>>;

type Received = Pick<AuthorisationRow, "id" | "state" | "sentAt" | "receivedAt">;
type StoredOpening = Opening & { requestId: string; email: string };

/**
 * Finds the opening in the portal by which each request was received, where no fact records it yet. The access log has
 * the instant, so that reading a page writes no fact; staff of the processor receive nothing for a client.
 */
export async function findOpenings(
  tx: Tx,
  rows: readonly Received[],
  own: OwnPeople,
): Promise<(row: Received) => Opening | null> {
  const ids = rows.filter(({ state }) => isOpen(state)).map(({ id }) => id);
  const found = ids.length === 0 ? [] : await findFirstAccesses(tx, ids);
  const theirs = found.filter(
    ({ personId, email }) => !own.personIds.includes(personId ?? "") && refusalOfAddress(email, own) === null,
  );
  const byRequest = new Map<string, StoredOpening[]>();
  for (const one of theirs) byRequest.set(one.requestId, [...(byRequest.get(one.requestId) ?? []), one]);
  return (row) => firstOpening(row, byRequest.get(row.id) ?? []);
}

function findFirstAccesses(tx: Tx, ids: readonly string[]): Promise<StoredOpening[]> {
  return tx.$queryRaw<StoredOpening[]>`
    SELECT DISTINCT ON (l.subject_id, l.contact_id) l.subject_id AS "requestId", l.looked_at AS at,
      l.contact_name AS name, l.address, c.email, c.person_id AS "personId"
    FROM access_look l JOIN controller_contact c ON c.org_id = l.org_id AND c.id = l.contact_id
      JOIN authorisation a ON a.org_id = l.org_id AND a.id = l.subject_id AND l.looked_at >= a.sent_at
    WHERE l.noun = 'authorisation' AND l.subject_id = ANY(${[...ids]}::uuid[])
    ORDER BY l.subject_id, l.contact_id, l.looked_at`;
}

/** Counts a request as received from its first opening, also before a job records it. */
export async function findWithOpenings<Row extends Received>(
  tx: Tx,
  rows: readonly Row[],
  own: OwnPeople,
): Promise<(Row & { opening: Opening | null })[]> {
  const openingOf = await findOpenings(tx, rows, own);
  return rows.map((row) => {
    const opening = openingOf(row);
    return { ...row, opening, receivedAt: opening?.at ?? row.receivedAt };
  });
}

/** Receipt without a fact yet: an opening in the portal, or a delivery reported by the recipient's server. */
export type Receipt = { at: Date; opening: Opening } | { at: Date; letterId: string; source: string };

/** Open requests whose earliest receipt precedes the recorded one. */
export async function findUnrecorded(tx: Tx, own: OwnPeople): Promise<{ id: string; receipt: Receipt }[]> {
  const candidates = await findCandidates(tx);
  const rows = await tx.authorisation.findMany({
    where: { id: { in: candidates } },
    select: { id: true, state: true, sentAt: true, receivedAt: true, letterId: true },
  });
  const stated = rows.map(({ state, ...row }) => ({ ...row, state: state as Received["state"] }));
  const [openingOf, deliveryOf] = [
    await findOpenings(tx, stated, own),
    await findDeliveries(
      tx,
      stated.flatMap(({ letterId }) => letterId ?? []),
    ),
  ];
  return stated.flatMap((row) => {
    const opening = openingOf(row);
    const receipts = [opening && { at: opening.at, opening }, deliveryOf(row.letterId)];
    const [first] = receipts
      .filter((one) => one !== null)
      .toSorted((one, other) => one.at.getTime() - other.at.getTime());
    return first && (row.receivedAt === null || first.at < row.receivedAt)
      ? [{ id: row.id, receipt: first }]
      : [];
  });
}

/** Candidates by the logs; the domain decides on each. */
async function findCandidates(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM authorisation a WHERE a.state IN ('submitted', 'notified') AND (
      EXISTS (SELECT FROM access_look l WHERE l.org_id = a.org_id AND l.subject_id = a.id AND l.noun = 'authorisation'
        AND (a.received_at IS NULL OR l.looked_at < a.received_at))
      OR EXISTS (SELECT FROM outbox_fact f WHERE f.org_id = a.org_id AND f.letter_id = a.letter_id
        AND f.kind = 'delivered' AND (a.received_at IS NULL OR f.at < a.received_at)))`;
  return rows.map(({ id }) => id);
}

/** First report by the recipient's own server for each letter still known as delivered. */
async function findDeliveries(tx: Tx, letterIds: readonly string[]) {
  const facts = await tx.outboxFact.findMany({
    where: { kind: "delivered", letterId: { in: [...letterIds] }, letter: { state: "delivered" } },
    // Descending, so that the first report overwrites later ones.
    orderBy: { at: "desc" },
    select: { letterId: true, at: true, server: true, status: true },
  });
  const byLetter = new Map(
    facts.map(({ letterId, at, server, status }) => {
      const source = [server, status].filter(Boolean).join(" ") || "delivered";
      return [letterId, { at, letterId, source }] as const;
    }),
  );
  return (letterId: string | null) => byLetter.get(letterId ?? "") ?? null;
}

function isOpen(state: string): boolean {
  return state === "submitted" || state === "notified";
}
