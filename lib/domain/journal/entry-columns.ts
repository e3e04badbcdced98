import { digestHeader, sameBytes, type Sha256 } from "./seal";

/** An entry as the database shows and filters it, beside what is hashed of it. */
export type EntryColumns = {
  version: number;
  /** Epoch milliseconds. */
  recordedAt: number;
  commitment: Uint8Array | null;
  rowsBatch: string | null;
  rowsCount: number;
  rowsDigest: Uint8Array | null;
  /** False where the text's own row was taken away. */
  hasText: boolean;
  event: string | null;
  noun: string | null;
  actorId: string | null;
  actorName: string | null;
  subjectId: string | null;
  /** Epoch milliseconds, where the retention verb cleared the text. */
  clearedAt: number | null;
};

export type ColumnFault =
  | "text-missing" // the row of the text was taken away
  | "column-mismatch" // a column says something else than the text does
  | "version-mismatch" // no such version, or an entry of the first after one of the second
  | "header-mismatch"; // the instant, the event, the noun or the rows are not those that were hashed

type Row = { seq: number; d: Uint8Array; text?: string | null; columns: EntryColumns };

/** The first fault between the columns of an entry and what is hashed; `latest` is the version of the entry before. */
export function findColumnFault(
  sha256: Sha256,
  chainId: string,
  row: Row,
  latest: number,
): ColumnFault | null {
  const { columns, text } = row;
  if (!columns.hasText) return "text-missing";
  if (columns.version < latest || ![1, 2].includes(columns.version)) return "version-mismatch";
  if (columns.version === 2 && !isHeaderOf(sha256, chainId, row)) return "header-mismatch";
  if (columns.version === 1 && hasHeader(columns)) return "header-mismatch";
  return (text == null ? isClearedRow(columns) : isRowOf(text, columns)) ? null : "column-mismatch";
}

function isHeaderOf(sha256: Sha256, chainId: string, { seq, d, columns }: Row): boolean {
  const { commitment, event, noun, recordedAt, rowsCount, rowsDigest, rowsBatch } = columns;
  if (!commitment || event === null || noun === null) return false;
  if (rowsCount > 0 !== (rowsBatch !== null)) return false;
  const rows = { count: rowsCount, digest: rowsDigest };
  return sameBytes(digestHeader(sha256, { chainId, seq, recordedAt, event, noun, rows, commitment }), d);
}

function hasHeader({ commitment, rowsBatch, rowsCount, rowsDigest }: EntryColumns): boolean {
  return commitment !== null || rowsBatch !== null || rowsCount !== 0 || rowsDigest !== null;
}

function isClearedRow({ actorId, actorName, subjectId, clearedAt }: EntryColumns): boolean {
  return actorId === null && actorName === null && subjectId === null && clearedAt !== null;
}

type EntryFilter = {
  event?: string;
  actor?: Partial<Named>;
  subject?: { noun?: string; id?: string | null };
};
type Named = { id: string | null; name: string };

function isRowOf(text: string, columns: EntryColumns): boolean {
  const stated = parse(text);
  if (!stated || columns.clearedAt !== null) return false;
  const pairs = [
    [stated.event, columns.event],
    [stated.subject?.noun, columns.noun],
    [stated.subject?.id, columns.subjectId],
    [stated.actor?.id, columns.actorId],
    [stated.actor?.name, columns.actorName],
  ];
  return pairs.every(([inText, inColumn]) => (inText ?? null) === (inColumn ?? null));
}

function parse(text: string): EntryFilter | null {
  try {
    return JSON.parse(text) as EntryFilter;
  } catch {
    return null;
  }
}
