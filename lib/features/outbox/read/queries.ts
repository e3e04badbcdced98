import { mailNoun } from "@/lib/domain/nouns/mail";
import { namesParty, partyIds } from "@/lib/platform/read/party-link";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { FactSource, LetterFactKind } from "@/lib/domain/outbox/letter-facts";
import type { LetterState } from "@/lib/domain/outbox/letter-state";
import { required } from "@/lib/domain/invariant/required";
import { withoutAddresses } from "@/lib/platform/log/log";
import { RECIPIENT } from "@/lib/platform/mail/queue";
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

/** Starts below the id `after`, "" for the first page. */
export async function findLetters(
  tx: Tx,
  states: readonly LetterState[],
  after: string,
  limit: number,
  ids: string[] | null = null,
): Promise<LetterRow[]> {
  const rows = await tx.outboxMail.findMany({
    where: {
      state: { in: [...states] },
      AND: [ids ? { id: { in: ids } } : {}, after ? { id: { lt: after } } : {}],
    },
    select: letterSelect,
    orderBy: { id: "desc" },
    take: limit,
  });
  return rows.map(readLetter);
}

/** Ids of the letters that rows about a controller name; null where the list is narrowed to none. */
export async function findLettersAbout(tx: Tx, controller: string): Promise<string[] | null> {
  if (controller === "") return null;
  const link = required(mailNoun.partyPart.links.controller, "link of letters");
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id::text FROM outbox_mail r WHERE ${namesParty("r", link, partyIds("controller", controller))}`;
  return rows.map(({ id }) => id);
}

export function findReturned(tx: Tx, limit: number) {
  return tx.returnedMail.findMany({
    orderBy: [{ readAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, outcome: true, sender: true, subject: true, readAt: true, letterId: true },
  });
}

/** Counts messages since an instant that match no letter of any organisation. */
export async function countUnmatched(tx: Tx, since: Date): Promise<number> {
  const [row] = await tx.$queryRaw<[{ count: bigint }]>`SELECT returned_unmatched(${since}) AS count`;
  return Number(row.count);
}

function readLetter(row: StoredLetter): LetterRow {
  return { ...row, state: row.state as LetterState, params: row.params as Record<string, string> };
}

/** Null in a letter of the platform. */
export async function findSender(tx: Tx): Promise<{ name: string; address: string } | null> {
  const row = await tx.organisation.findFirst({ select: { legalName: true, address: true, city: true } });
  return row && { name: row.legalName, address: [row.address, row.city].filter(Boolean).join(", ") };
}

/** Decrypts links and codes of an unsent letter. Throws when the seal has another key. */
export function openSecrets({ sealed }: Pick<LetterRow, "sealed">): Record<string, string> {
  return sealed ? (JSON.parse(openSealed("mail", sealed)) as Record<string, string>) : {};
}

/** Optional columns; absent ones are blank. */
export type LetterColumns = {
  kind: LetterFactKind;
  /** Instant reported by the source. */
  at: Date;
  source: FactSource;
  server?: string;
  status?: string;
  details?: string;
  channel?: string;
  reportedBy?: string;
  /** Deduplicates: one digest is one report. */
  digest: string;
};

/** Unvalidated fact: a server's instant may be missing or invalid. */
export type Reported = Omit<LetterColumns, "at"> & { at: number | null };

/** Clears secrets and lease of a closed letter. */
export const CLOSED = { sealed: null, leasedUntil: null } as const;

/**
 * Excludes secrets, and the address of a stranger or of a data subject, which the journal would hold beyond its deletion.
 */
export function subjectOf({ id, template, toAddress }: LetterRow) {
  const isNamed = !isToStranger(template) && !isToDataSubject({ template });
  return { noun: "mail" as const, id, label: isNamed ? toAddress : template };
}

/** Templates whose recipient is a data subject, whom the database names nowhere in clear. */
const TO_DATA_SUBJECTS: readonly string[] = [
  "consultation",
  "consultation-choices",
  "parental-consent-asked",
  "parental-consent-recorded",
  "public-request",
  "public-request-received",
  "rights-request-answer",
  "rights-request-reply",
  "rights-request-reply-for-named",
  "rights-request-reply-for-others",
  "rights-request-withdrawal-noted",
];

export function isToDataSubject({ template }: Pick<LetterRow, "template">): boolean {
  return TO_DATA_SUBJECTS.includes(template);
}

/** Removes the recipient's address from what a server says of a letter to a data subject. */
export function withoutRecipient(letter: Pick<LetterRow, "template">, text: string): string {
  return isToDataSubject(letter) ? withoutAddresses(text) : text;
}

/** True while the letter still holds to whom it goes. */
export function hasRecipient(letter: Pick<LetterRow, "toAddress" | "sealed">): boolean {
  return letter.toAddress !== "" || RECIPIENT in openSecrets(letter);
}

/** Address of the recipient, which is encrypted where it is a data subject's. */
export function recipientOf(letter: Pick<LetterRow, "toAddress" | "sealed">): string {
  return letter.toAddress || required(openSecrets(letter)[RECIPIENT], "recipient of a letter");
}

function isToStranger(template: string): boolean {
  return template.startsWith("public-");
}

export function flattenLetter(letter: LetterRow) {
  return { template: letter.template, messageId: letter.messageId, attempts: letter.attempts };
}
