import { groupBy } from "@/lib/domain/invariant/group-by";
import type { CanonicalPart, Serialisable } from "@/lib/domain/journal/canonical";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordHistory } from "@/lib/features/register-import/schema";
import type { RegisterEntry } from "@/lib/features/processing-record/read/queries";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { describeVersion, type StoredVersion } from "./history";

/** Parsed document and its canonical text. */
export type ReadDocument = { content: RecordContent; text: CanonicalPart };
export type DocumentReader = (document: string) => ReadDocument;

type Gaps = { requiredGaps: number; advisableGaps: number; gapCodes: string[]; rulesVersion: number };
type OfRecord = { recordId: string };
type VersionRow = OfRecord &
  StoredVersion &
  Gaps & {
    reference: string;
    controllerId: string | null;
    state: string;
    stateSince: string | null;
    document: string;
  };
type FactRow = OfRecord & {
  event: string;
  state: string;
  since: string;
  reason: string;
  recordedAt: Date;
  author: string;
};
type AssessmentRow = OfRecord & Gaps & { version: number; recordedAt: Date };

/** Versions of some entries by id. */
export type VersionTexts = {
  versions: Map<string, VersionRow[]>;
  facts: Map<string, FactRow[]>;
  assessments: Map<string, AssessmentRow[]>;
};

const GAPS = Prisma.sql`required_gaps AS "requiredGaps", advisable_gaps AS "advisableGaps", gap_codes AS "gapCodes",
  rules_version AS "rulesVersion"`;

/** Versions up to the requested instant, or up to now. */
export async function findVersionTexts(
  tx: Tx,
  ids: readonly string[],
  { at }: { at: Date | null },
): Promise<VersionTexts> {
  const chosen = Prisma.sql`record_id = ANY (${ids}::uuid[]) AND ${at ? Prisma.sql`recorded_at <= ${at}` : Prisma.sql`TRUE`}`;
  const versions = await tx.$queryRaw<VersionRow[]>`
    SELECT record_id AS "recordId", version, recorded_at AS "recordedAt", superseded_at AS "supersededAt",
      author_name AS "authorName", change, reference, controller_id AS "controllerId", state,
      state_since AS "stateSince", ${GAPS}, snapshot::text AS document
    FROM record_version WHERE ${chosen} ORDER BY version`;
  const facts = await tx.$queryRaw<FactRow[]>`
    SELECT record_id AS "recordId", event, state, since, reason, recorded_at AS "recordedAt", author_name AS author
    FROM record_state_fact WHERE ${chosen} ORDER BY record_state_fact.recorded_at, id`;
  const assessments = await tx.$queryRaw<AssessmentRow[]>`
    SELECT record_id AS "recordId", version, recorded_at AS "recordedAt", ${GAPS}
    FROM record_assessment WHERE ${chosen} ORDER BY version, record_assessment.recorded_at`;
  const byRecord = <Row extends OfRecord>(rows: Row[]) => groupBy(rows, ({ recordId }) => recordId);
  return { versions: byRecord(versions), facts: byRecord(facts), assessments: byRecord(assessments) };
}

/** Serialises one entry's history, reusing the known text of each version. */
export function serialiseRecordHistory(
  { id, reference }: Pick<RegisterEntry, "id" | "reference">,
  { versions, facts, assessments }: VersionTexts,
  { read, at }: { read: DocumentReader; at: Date | null },
): Serialisable {
  return {
    reference,
    versions: (versions.get(id) ?? []).map((row) => ({
      ...serialiseVersion(row, at),
      content: read(row.document).text,
    })),
    states: (facts.get(id) ?? []).map(({ recordId: _id, recordedAt, ...fact }) => ({
      ...fact,
      recordedAt: recordedAt.toISOString(),
    })),
    assessments: (assessments.get(id) ?? []).map(({ recordId: _id, recordedAt, ...row }) => ({
      ...row,
      recordedAt: recordedAt.toISOString(),
    })),
  } satisfies Record<keyof RecordHistory, Serialisable>;
}

type ExportedVersion = Record<Exclude<keyof RecordHistory["versions"][number], "content">, Serialisable>;

function serialiseVersion(row: VersionRow, at: Date | null): ExportedVersion {
  const {
    recordId: _id,
    document: _document,
    recordedAt: _from,
    supersededAt: _to,
    authorName: _by,
    ...words
  } = row;
  return { ...words, ...describeVersion(row, at) };
}
