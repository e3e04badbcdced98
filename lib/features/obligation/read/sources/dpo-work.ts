import { WORK_KINDS, type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import { planWork } from "@/lib/domain/obligation/plan-dpo-work";
import { findFilingChanges } from "@/lib/features/dpo-work/read/filing-changes";
import { findFacts, findWorks, type StoredFact, type WorkRow } from "@/lib/features/dpo-work/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { type FindObligations, partyOf, type SourcePart } from "./asked";

/** Plans documents that are open, those that may be due again, and those that were met since the bound. */
function findWorkObligations(kind: WorkKind): FindObligations {
  return async (tx, { now, doneSince }) => {
    const rows = await findWorks(tx, {
      kind,
      OR: [
        { isOpen: true },
        { updatedAt: { gte: doneSince } },
        ...(kind === "training" ? [{ state: "held" }] : []),
      ],
    });
    const ids = rows.map(({ id }) => id);
    const facts = await findFacts(tx, ids);
    const besides = await findBesides(tx, kind, rows, facts);
    return rows.flatMap((row) =>
      planWork(
        {
          row: {
            subject: { id: row.id, reference: row.reference },
            controller: partyOf(row.controller),
            version: row.version,
            path: workPath(kind, row.id),
            changedAt: row.updatedAt.getTime(),
          },
          kind,
          content: row.content,
          facts: facts.get(row.id) ?? [],
          about: row.title,
          repeatedAt: besides.repeats.get(row.id) ?? null,
          isBound: besides.isBound,
          changedSince: besides.changes.get(row.id)?.[0] ?? null,
        },
        now,
      ),
    );
  };
}

/** Reads what only some kinds are planned by. */
async function findBesides(
  tx: Tx,
  kind: WorkKind,
  rows: readonly WorkRow[],
  facts: ReadonlyMap<string, StoredFact[]>,
) {
  const repeats = kind === "training" ? await findRepeats(tx) : new Map<string, number>();
  const changes =
    kind === "cndp-filing" ? await findFilingChanges(tx, rows, facts) : new Map<string, never>();
  return { repeats, changes, isBound: kind === "dpo-designation" && (await isOrganisationBound(tx)) };
}

/** Instants at which the trainings that repeat others were recorded as held, by the training that is repeated. */
async function findRepeats(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; at: Date }[]>`
    SELECT w.repeats_id AS id, min(f.recorded_at) AS at FROM dpo_work w
    JOIN dpo_work_fact f ON f.org_id = w.org_id AND f.work_id = w.id AND f.event = 'hold'
    WHERE w.kind = 'training' AND w.state = 'held' AND w.repeats_id IS NOT NULL GROUP BY 1`;
  return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
}

/** Article 37(7) binds an organisation outside the Union where article 3 does. */
async function isOrganisationBound(tx: Tx): Promise<boolean> {
  const { gdprBinding } = await tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } });
  return gdprBinding !== "contractual-only";
}

/** A filing is compared with the entries that it covers. */
function partsBesideRecords(kind: WorkKind): readonly SourcePart[] {
  return kind === "cndp-filing" ? [] : ["dates", "lacks", "closed"];
}

export const WORK_SOURCES = Object.fromEntries(
  WORK_KINDS.map((kind) => [
    kind,
    {
      needs: `${kind}.read`,
      find: findWorkObligations(kind),
      besideRecords: partsBesideRecords(kind),
    },
  ]),
) as { [K in WorkKind]: { needs: `${K}.read`; find: FindObligations; besideRecords: readonly SourcePart[] } };
