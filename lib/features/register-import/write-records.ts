import { listColumns, projectRecord } from "@/lib/domain/processing-record/projection";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { todayIn } from "@/lib/domain/time/zones";
import { findOrganisationFacts } from "@/lib/features/processing-record/data";
import { newId } from "@/lib/platform/ids";
import { insertRows } from "@/lib/platform/insert-rows";
import type { Tx } from "@/lib/platform/transaction";
import type { RecordHistory, RegisterFile } from "./schema";
import { keptRow, type Ids, type Noted } from "./write-parties";

type Brought = {
  register: Capacity;
  records: RegisterFile["records"];
  /** Of each entry, at the same place. */
  histories: readonly RecordHistory[];
  measures: Ids;
  controllers: Ids;
};

/** Entries, versions, dated states and assessments, a few statements for every hundred of them. */
export async function writeRecordHistories(tx: Tx, noted: Noted, brought: Brought): Promise<void> {
  const organisation = await findOrganisationFacts(tx);
  const today = todayIn("Africa/Casablanca", noted.ctx.now.getTime());
  const rows = brought.records.map((record, at) => {
    const history = brought.histories[at]!;
    const last = history.versions.at(-1)!;
    const content = renamed(record.content, brought.measures);
    const said = {
      reference: record.reference,
      state: record.state,
      stateSince: record.stateSince,
      version: record.version,
      content,
      capacity: brought.register,
      controllerId: brought.controllers.get(last.controllerId ?? "") ?? null,
    };
    return {
      said,
      controller: record.controller,
      history,
      id: newId(noted.ctx.now),
      updatedAt: record.updatedAt,
    };
  });
  for (const chunk of chunks(rows, 200)) {
    const records = chunk.map(({ said, controller, history, id, updatedAt }) => ({
      ...said,
      ...projectRecord(said, controller, organisation, today),
      id,
      orgId: noted.ctx.scope.org,
      createdAt: new Date(history.versions[0]!.recordedAt),
      updatedAt: new Date(updatedAt),
    }));
    await insertRows(tx, "processing_record", records);
    await writeVersions(tx, noted, brought, chunk);
    await writeFacts(tx, noted, chunk);
    for (const { said, id } of chunk)
      noted.journal.note({
        event: "record.created",
        subject: { noun: "processing-record", id, label: said.reference },
        after: { ...said.content, state: said.state },
        batch: noted.batch,
      });
  }
}

type Chunk = readonly { id: string; history: RecordHistory }[];

async function writeVersions(tx: Tx, { ctx }: Noted, brought: Brought, chunk: Chunk): Promise<void> {
  const versions = chunk.flatMap(({ id, history }) =>
    history.versions.map(({ controllerId, content: written, ...kept }) => {
      const content = renamed(written, brought.measures);
      return {
        ...keptRow(ctx, kept),
        recordId: id,
        capacity: brought.register,
        controllerId: brought.controllers.get(controllerId ?? "") ?? null,
        ...listColumns(content),
        ...gapsOf(kept),
        reference: kept.reference,
        state: kept.state,
        stateSince: kept.stateSince,
        snapshot: content,
      };
    }),
  );
  await insertRows(tx, "record_version", versions);
}

async function writeFacts(tx: Tx, { ctx }: Noted, chunk: Chunk): Promise<void> {
  const orgId = ctx.scope.org;
  const facts = chunk.flatMap(({ id, history }) =>
    history.states.map(({ author, recordedAt, ...fact }) => ({
      ...fact,
      id: newId(ctx.now),
      orgId,
      recordId: id,
      recordedAt: new Date(recordedAt),
      authorId: null,
      authorName: author,
    })),
  );
  const assessments = chunk.flatMap(({ id, history }) =>
    history.assessments.map(({ version, recordedAt, ...found }) => ({
      ...gapsOf(found),
      orgId,
      recordId: id,
      version,
      recordedAt: new Date(recordedAt),
    })),
  );
  await insertRows(tx, "record_state_fact", facts);
  await insertRows(tx, "record_assessment", assessments);
}

/** A content that names the measures by their ids here. */
function renamed(content: RecordContent, measures: Ids): RecordContent {
  return { ...content, measureIds: content.measureIds.map((id) => measures.get(id)!) };
}

type Gaps = Pick<
  RecordHistory["versions"][number],
  "requiredGaps" | "advisableGaps" | "gapCodes" | "rulesVersion"
>;

/** The gaps that were found then, by the law of that day. */
function gapsOf({ requiredGaps, advisableGaps, gapCodes, rulesVersion }: Gaps): Gaps {
  return { requiredGaps, advisableGaps, gapCodes, rulesVersion };
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
