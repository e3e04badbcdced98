import type { Prisma } from "@/lib/generated/prisma/client";
import type { FactSource, LetterFactKind } from "@/lib/domain/outbox/letter-facts";
import type { LetterState } from "@/lib/domain/outbox/letter-state";
import { openSealed } from "@/lib/platform/secrets/seal";
import type { Tx } from "@/lib/platform/database/transaction";

export const letterSelect = {
  id: true,
  template: true,
  locale: true,
  toName: true,
  toAddress: true,
  params: true,
  sealed: true,
  state: true,
  attempts: true,
  nextAttemptAt: true,
  leasedUntil: true,
  lastError: true,
  messageId: true,
  envelopeId: true,
  isNoticeAsked: true,
  createdAt: true,
  acceptedAt: true,
  response: true,
  closedAt: true,
  attachmentId: true,
  dedupeKey: true,
} satisfies Prisma.OutboxMailSelect;

type StoredLetter = Prisma.OutboxMailGetPayload<{ select: typeof letterSelect }>;

export type LetterRow = Omit<StoredLetter, "state" | "params"> & {
  state: LetterState;
  params: Record<string, string>;
};

export async function findLetter(tx: Tx, id: string): Promise<LetterRow | null> {
  const row = await tx.outboxMail.findFirst({ where: { id }, select: letterSelect });
  return row && readLetter(row);
}

/** Letters in some states, the newest first, below the id `after` ("" for the first page). */
export async function findLetters(
  tx: Tx,
  states: readonly LetterState[],
  after: string,
  limit: number,
): Promise<LetterRow[]> {
  const rows = await tx.outboxMail.findMany({
    where: { state: { in: [...states] }, ...(after ? { id: { lt: after } } : {}) },
    select: letterSelect,
    orderBy: { id: "desc" },
    take: limit,
  });
  return rows.map(readLetter);
}

/** The returned messages that were read last, of this organisation. */
export function findReturned(tx: Tx, limit: number) {
  return tx.returnedMail.findMany({
    orderBy: [{ readAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, outcome: true, sender: true, subject: true, readAt: true, letterId: true },
  });
}

/** How many messages came to the mailbox since that match no letter of anybody. */
export async function countUnmatched(tx: Tx, since: Date): Promise<number> {
  const [row] = await tx.$queryRaw<[{ count: bigint }]>`SELECT returned_unmatched(${since}) AS count`;
  return Number(row.count);
}

function readLetter(row: StoredLetter): LetterRow {
  return { ...row, state: row.state as LetterState, params: row.params as Record<string, string> };
}

/** What the foot of a letter names; null in a letter of the platform. */
export async function findSender(tx: Tx): Promise<{ name: string; address: string } | null> {
  const row = await tx.organisation.findFirst({ select: { legalName: true, address: true, city: true } });
  return row && { name: row.legalName, address: [row.address, row.city].filter(Boolean).join(", ") };
}

/** The links and codes of a letter that has not left. Throws when the seal is not ours. */
export function openSecrets({ sealed }: Pick<LetterRow, "sealed">): Record<string, string> {
  return sealed ? (JSON.parse(openSealed("mail", sealed)) as Record<string, string>) : {};
}

/** What is said of a letter; what is left out is blank. */
export type LetterColumns = {
  kind: LetterFactKind;
  /** When it happened, as its source says. */
  at: Date;
  source: FactSource;
  server?: string;
  status?: string;
  details?: string;
  channel?: string;
  saidBy?: string;
  /** Two reports with one digest are one report, read twice. */
  digest: string;
};

/** A fact as a server's report has it: its instant may be missing, or be nonsense. */
export type Reported = Omit<LetterColumns, "at"> & { at: number | null };

/** What a letter says no more once it has left or was put aside. */
export const CLOSED = { sealed: null, leasedUntil: null } as const;

/** As the journal knows a letter: never its secrets. */
export function subjectOf(letter: LetterRow) {
  return { noun: "mail" as const, id: letter.id, label: letter.toAddress };
}

export function flattenLetter(letter: LetterRow) {
  return { template: letter.template, messageId: letter.messageId, attempts: letter.attempts };
}
