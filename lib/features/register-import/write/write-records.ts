import { entryOf, itemAt, lastOf } from "@/lib/domain/invariant/required";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { firstDayAhead } from "@/lib/domain/processing-record/date-issues";
import { listColumns, projectRecord } from "@/lib/domain/processing-record/projection";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { NO_LINKS, inlineLinks, type RecordLinks } from "@/lib/domain/processing-record/links";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { renameProcedure } from "@/lib/domain/processing-record/young";
import { linkSubProcessors, type CalledSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { todayIn } from "@/lib/domain/time/zones";
import {
  findLinks,
  findListed,
  findOrganisationFacts,
  findStatuses,
} from "@/lib/features/processing-record/read/queries";
import { newId } from "@/lib/platform/database/ids";
import { insertRows } from "@/lib/platform/database/insert-rows";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ImportedEntry } from "@/lib/features/register-import/read/open-register";
import type { RecordHistory } from "@/lib/features/register-import/schema";
import { versionRow, type Ids, type ImportBatch } from "./write-parties";

type ImportedRecord = {
  register: Capacity;
  entries: AsyncIterable<ImportedEntry>;
  measures: Ids;
  controllers: Ids;
};

/** Writes in batches of a hundred entries. Returns counts. */
export async function writeRecordHistories(
  tx: Tx,
  noted: ImportBatch,
  brought: ImportedRecord,
): Promise<Outcome<{ records: number; versions: number }>> {
  const organisation = await findOrganisationFacts(tx);
  const today = todayIn("Africa/Casablanca", noted.ctx.now.getTime());
  // Matches sub-processors by name, because the file's ids are foreign.
  const list = brought.register === "processor" ? await findListed(tx) : [];
  const { procedures = [] } = organisation;
  const rowOf = ({ record, history }: ImportedEntry) => {
    const last = lastOf(history.versions);
    const content = renamed(record.content, { ...brought, list, procedures, links: record });
    const row = {
      reference: record.reference,
      state: record.state,
      stateSince: record.stateSince,
      version: record.version,
      content,
      capacity: brought.register,
      controllerId: brought.controllers.get(last.controllerId ?? "") ?? null,
    };
    return {
      row,
      controller: record.controller,
      links: record,
      history,
      id: newId(noted.ctx.now),
      updatedAt: record.updatedAt,
    };
  };
  const written = { records: 0, versions: 0 };
  for await (const entries of chunks(brought.entries, 200)) {
    const ahead = findAhead(entries, today);
    if (ahead) return invalid("file", "dateAhead", ahead);
    const chunk = entries.map(rowOf);
    const statusesOf = await findStatuses(
      tx,
      noted.ctx,
      chunk.map(({ row }) => row),
    );
    const linksOf = await findLinks(
      tx,
      noted.ctx,
      chunk.map(({ row }) => row),
    );
    written.records += chunk.length;
    written.versions += chunk.reduce((sum, { history }) => sum + history.versions.length, 0);
    const records = chunk.map(({ row, controller, history, id, updatedAt }) => ({
      ...row,
      ...projectRecord(row, {
        controller,
        organisation,
        subProcessors: statusesOf(row),
        links: linksOf(row),
        on: today,
      }),
      id,
      orgId: noted.ctx.scope.org,
      createdAt: new Date(itemAt(history.versions, 0).recordedAt),
      updatedAt: new Date(updatedAt),
    }));
    await insertRows(tx, "processing_record", records);
    await writeVersions(tx, noted, { ...brought, list, procedures }, chunk);
    await writeFacts(tx, noted, chunk);
    for (const { row, id } of chunk)
      noted.journal.note({
        event: "record.created",
        subject: { noun: "processing-record", id, label: row.reference },
        after: { ...row.content, state: row.state },
        batch: noted.batch,
      });
  }
  return done(written);
}

/** First entry with a future date in a field of the past. */
function findAhead(entries: readonly ImportedEntry[], today: string) {
  for (const { record } of entries) {
    const date = firstDayAhead({ ...record.content, stateSince: record.stateSince }, today);
    if (date !== null) return { reference: record.reference, date };
  }
  return null;
}

type BroughtLinks = RecordLinks & Pick<ImportedEntry["record"], "procedure">;

type Chunk = readonly { id: string; history: RecordHistory; links: BroughtLinks }[];

async function writeVersions(
  tx: Tx,
  { ctx }: ImportBatch,
  brought: Omit<Named, "links"> & ImportedRecord,
  chunk: Chunk,
): Promise<void> {
  const versions = chunk.flatMap(({ id, history, links }) =>
    history.versions.map(({ controllerId, content: written, ...stored }) => {
      const content = renamed(written, { ...brought, links });
      return {
        ...versionRow(ctx, stored),
        recordId: id,
        capacity: brought.register,
        controllerId: brought.controllers.get(controllerId ?? "") ?? null,
        ...listColumns(content, NO_LINKS),
        ...gapsOf(stored),
        reference: stored.reference,
        state: stored.state,
        stateSince: stored.stateSince,
        snapshot: content,
      };
    }),
  );
  await insertRows(tx, "record_version", versions);
}

async function writeFacts(tx: Tx, { ctx }: ImportBatch, chunk: Chunk): Promise<void> {
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

type Named = {
  measures: Ids;
  list: readonly CalledSubProcessor[];
  /** Procedures of this organisation: one of the file's is found again by its name alone. */
  procedures: readonly NamedProcedure[];
  /** Words from the file's links, whose rows do not exist here. */
  links: BroughtLinks;
};

/** Replaces ids of measures, sub-processors and procedure, and links by words. */
function renamed(written: RecordContent, { measures, list, procedures, links }: Named): RecordContent {
  const content = renameProcedure(inlineLinks(written, links), links.procedure, procedures);
  const names = content.subProcessors.map((row) => ({ ...row, subProcessorId: null }));
  return {
    ...content,
    measureIds: content.measureIds.map((id) => entryOf(measures, id)),
    subProcessors: linkSubProcessors(names, list),
  };
}

type Gaps = Pick<
  RecordHistory["versions"][number],
  "requiredGaps" | "advisableGaps" | "gapCodes" | "rulesVersion"
>;

/** Gaps as assessed then. */
function gapsOf({ requiredGaps, advisableGaps, gapCodes, rulesVersion }: Gaps): Gaps {
  return { requiredGaps, advisableGaps, gapCodes, rulesVersion };
}

async function* chunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
