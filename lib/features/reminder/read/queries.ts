import type { AnswerCandidate } from "@/lib/domain/authorisation/reminders";
import type { ReminderCandidate } from "@/lib/domain/contract/reminders";
import { required } from "@/lib/domain/invariant/required";
import type { ReviewCandidate } from "@/lib/domain/transfer/reviews";
import {
  storedRequestOf,
  type AuthorisationRow,
  AWAITING_ANSWER,
  findAuthorisations,
  findReaders,
} from "@/lib/features/authorisation/read/queries";
import { type ContractRow, findContracts } from "@/lib/features/contract/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Prefix of dedupe keys in the outbox, which records sent reminders. */
type Prefix = "contract-reminder" | "transfer-review" | "authorisation-reminder";

type Known = {
  /** Reminders queued already. */
  sent: Set<string>;
  organisation: { slug: string };
};

export type Remembered = Known & { candidates: (ReminderCandidate & { row: ContractRow })[] };
export type RememberedReviews = Known & {
  candidates: (ReviewCandidate & { reference: string; importerName: string })[];
};

export type RememberedAnswers = Known & {
  candidates: (AnswerCandidate & { row: AuthorisationRow; reader: string })[];
};

/** Contracts that can fall due, sent reminders and recipients. */
export async function findRemembered(tx: Tx, org: string): Promise<Remembered> {
  const rows = await findContracts(tx, { state: { not: "ended" } });
  return {
    candidates: rows.map((row) => ({ id: row.id, contract: row, row })),
    ...(await findKnown(tx, org, "contract-reminder")),
  };
}

/** Transfers in use with a review date. */
export async function findReviews(tx: Tx, org: string): Promise<RememberedReviews> {
  const rows = await tx.transfer.findMany({
    where: { state: "running", nextReviewOn: { not: null } },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, importerName: true, nextReviewOn: true },
  });
  return {
    candidates: rows.map((row) => ({
      ...row,
      nextReviewOn: required(row.nextReviewOn, "day of the review, which the query asks for"),
    })),
    ...(await findKnown(tx, org, "transfer-review")),
  };
}

export async function findAnswers(tx: Tx, org: string): Promise<RememberedAnswers> {
  const rows = await findAuthorisations(tx, AWAITING_ANSWER);
  const readerOf = await findReaders(tx, rows);
  return {
    candidates: rows.map((row) => ({ id: row.id, asked: storedRequestOf(row), row, reader: readerOf(row) })),
    ...(await findKnown(tx, org, "authorisation-reminder")),
  };
}

async function findKnown(tx: Tx, org: string, prefix: Prefix): Promise<Known> {
  const letters = await tx.outboxMail.findMany({
    where: { dedupeKey: { startsWith: `${prefix} ` } },
    select: { dedupeKey: true },
  });
  return {
    sent: new Set(
      letters.map(({ dedupeKey }) => reminderOf(prefix, required(dedupeKey, "key of a reminder"))),
    ),
    organisation: await tx.organisation.findUniqueOrThrow({ where: { id: org }, select: { slug: true } }),
  };
}

/** Unique per reminder and reader, so that a repeated run sends nothing twice. */
export function letterKey(prefix: Prefix, reminder: string, readerId: string): string {
  return `${prefix} ${reminder} ${readerId}`;
}

/** Example: "contract-reminder <reminder> <reader>" gives the reminder. */
function reminderOf(prefix: Prefix, dedupeKey: string): string {
  return dedupeKey.slice(prefix.length + 1, dedupeKey.lastIndexOf(" "));
}
