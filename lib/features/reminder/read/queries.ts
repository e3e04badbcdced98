import type { AnswerCandidate } from "@/lib/domain/authorisation/reminders";
import type { ReminderCandidate } from "@/lib/domain/contract/reminders";
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

/** Before every letter of ours in the outbox, which is the memory of what was sent. */
type Prefix = "contract-reminder" | "transfer-review" | "authorisation-reminder";

type Known = {
  /** Keys of reminders whose letters were queued already. */
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

/** What a plan needs: every contract that can fall due, what was told already, and whom to tell. */
export async function findRemembered(tx: Tx, org: string): Promise<Remembered> {
  const rows = await findContracts(tx, { state: { not: "ended" } });
  return {
    candidates: rows.map((row) => ({ id: row.id, contract: row, row })),
    ...(await findKnown(tx, org, "contract-reminder")),
  };
}

/** The same of the transfers that go on and have a day on which to be assessed again. */
export async function findReviews(tx: Tx, org: string): Promise<RememberedReviews> {
  const rows = await tx.transfer.findMany({
    where: { state: "running", nextReviewOn: { not: null } },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, importerName: true, nextReviewOn: true },
  });
  return {
    candidates: rows.map((row) => ({ ...row, nextReviewOn: row.nextReviewOn! })),
    ...(await findKnown(tx, org, "transfer-review")),
  };
}

/** The same of the requests that controllers have not answered. */
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
    sent: new Set(letters.map(({ dedupeKey }) => reminderOf(prefix, dedupeKey!))),
    organisation: await tx.organisation.findUniqueOrThrow({ where: { id: org }, select: { slug: true } }),
  };
}

/** One letter per reminder and reader, whatever is run twice. */
export function letterKey(prefix: Prefix, reminder: string, readerId: string): string {
  return `${prefix} ${reminder} ${readerId}`;
}

/** "contract-reminder <reminder> <reader>" → the reminder. */
function reminderOf(prefix: Prefix, dedupeKey: string): string {
  return dedupeKey.slice(prefix.length + 1, dedupeKey.lastIndexOf(" "));
}
