import { entryOf, itemAt, lastOf } from "@/lib/domain/invariant/required";
import { formatReference } from "@/lib/domain/nouns/reference";
import { MEASURE_NUMBERS } from "@/lib/features/measure/write/rows";
import { findHighestNumber } from "@/lib/platform/versioned/numbering";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import { findMeasures } from "@/lib/features/register-import/read/queries";
import type { ControllerHistory, MeasureHistory } from "@/lib/features/register-import/schema";

export type ImportBatch = { ctx: Ctx; journal: JournalDraft; batch: string };
/** New id of each id in the file. */
export type Ids = ReadonlyMap<string, string>;

type VersionSource = {
  version: number;
  recordedAt: string;
  supersededAt: string | null;
  author: string;
  change: string;
};

/** Authors are stored by name, since they are no members here. */
export function versionRow(ctx: Ctx, { version, recordedAt, supersededAt, author, change }: VersionSource) {
  return {
    orgId: ctx.scope.org,
    version,
    recordedAt: new Date(recordedAt),
    supersededAt: supersededAt === null ? null : new Date(supersededAt),
    authorId: null,
    authorName: author,
    change,
  };
}

/** Includes the spellings settled for controllers. */
export async function writeControllerHistories(
  tx: Tx,
  { ctx, journal, batch }: ImportBatch,
  histories: readonly ControllerHistory[],
): Promise<Ids> {
  const ids = new Map(histories.map(({ id }) => [id, newId(ctx.now)]));
  const orgId = ctx.scope.org;
  const rows = histories.map(({ id, versions }) => {
    const [first, last] = [itemAt(versions, 0), lastOf(versions)];
    const { archivedAt, ...values } = last.says;
    const stated = { ...values, id: entryOf(ids, id), version: last.version };
    journal.note({
      event: "controller.created",
      subject: { noun: "controller", id: stated.id, label: stated.legalName },
      after: { ...stated, archivedAt },
      batch,
    });
    const created = { createdAt: new Date(first.recordedAt), updatedAt: new Date(last.recordedAt) };
    return { ...stated, ...created, orgId, archivedAt: archivedAt === null ? null : new Date(archivedAt) };
  });
  await tx.controller.createMany({ data: rows });
  await tx.controllerVersion.createMany({
    data: histories.flatMap(({ id, versions }) =>
      versions.map((stored) => ({
        ...versionRow(ctx, stored),
        controllerId: entryOf(ids, id),
        snapshot: { ...stored.says, id: entryOf(ids, id), version: stored.version },
      })),
    ),
  });
  await tx.controllerSpelling.createMany({
    data: histories.flatMap(({ id, spellings }) =>
      spellings.map((spelling) => ({ orgId, spelling, controllerId: entryOf(ids, id), createdAt: ctx.now })),
    ),
  });
  return ids;
}

/** Reuses measures of the same library code or words; a used reference gives way to the next. */
export async function writeMeasureHistories(
  tx: Tx,
  { ctx, journal, batch }: ImportBatch,
  histories: readonly MeasureHistory[],
): Promise<Ids> {
  const there = await findMeasures(tx);
  const used = new Set(there.map(({ reference }) => reference));
  let highest = Math.max(
    await findHighestNumber(tx, MEASURE_NUMBERS),
    ...histories.map(({ versions }) => numberOf(versions)),
  );
  const ids = new Map<string, string>();
  const made: { history: MeasureHistory; id: string; reference: string }[] = [];
  for (const history of histories) {
    const { says: values } = lastOf(history.versions);
    const same = there.find((measure) =>
      values.libraryCode === null ? isSameWords(measure, values) : measure.libraryCode === values.libraryCode,
    );
    const id = same?.id ?? newId(ctx.now);
    ids.set(history.id, id);
    if (same) continue;
    const reference = used.has(values.reference)
      ? formatReference(MEASURE_NUMBERS.letters, ++highest)
      : values.reference;
    made.push({ history, id, reference });
  }
  await tx.measure.createMany({
    data: made.map(({ history: { versions }, id, reference }) => {
      const [first, last] = [itemAt(versions, 0), lastOf(versions)];
      const { retiredAt, ...values } = { ...last.says, reference };
      journal.note({
        event: "measure.created",
        subject: { noun: "measure", id, label: reference },
        after: { ...values, id, retiredAt, version: last.version },
        batch,
      });
      return {
        ...values,
        id,
        orgId: ctx.scope.org,
        version: last.version,
        retiredAt: retiredAt === null ? null : new Date(retiredAt),
        createdAt: new Date(first.recordedAt),
        updatedAt: new Date(last.recordedAt),
      };
    }),
  });
  await tx.measureVersion.createMany({
    data: made.flatMap(({ history: { versions }, id, reference }) =>
      versions.map((stored) => {
        const { libraryCode, title, family, articles, retiredAt } = stored.says;
        return {
          ...versionRow(ctx, stored),
          measureId: id,
          reference,
          libraryCode,
          title,
          family,
          articles,
          isRetired: retiredAt !== null,
          snapshot: { ...stored.says, reference, id, version: stored.version },
        };
      }),
    ),
  });
  return ids;
}

type Words = { libraryCode: string | null; title: string; description: string; family: string };

function isSameWords(a: Words, b: Words): boolean {
  return (
    a.libraryCode === null && a.title === b.title && a.description === b.description && a.family === b.family
  );
}

function numberOf(versions: MeasureHistory["versions"]): number {
  return Number(/^M-(\d{1,8})$/.exec(lastOf(versions).says.reference)?.[1] ?? 0);
}
