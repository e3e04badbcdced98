import { contentOf, validUntil } from "@/lib/domain/dpo-work/status";
import {
  type CoveringFiling,
  filingNeeds,
  needStatuses,
  type FiledRecord,
  type NeedStatus,
} from "@/lib/domain/dpo-work/filing-needs";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { applicableLaws, type ApplicableLaws } from "@/lib/domain/statute/applicable-laws";
import type { Tx } from "@/lib/platform/database/transaction";
import { findFacts, findWorks } from "@/lib/features/dpo-work/read/queries";

export type RecordNeeds = {
  record: {
    id: string;
    reference: string;
    activity: string;
    capacity: "processor" | "controller";
    controller: string;
  };
  /** Numbers of the CNDP that the entry itself states, without a filing. */
  numbers: string[];
  needs: NeedStatus[];
};

type Row = Omit<FiledRecord, "controllerLaws"> & {
  reference: string;
  activity: string;
  controller: string;
  controllerId: string | null;
  numbers: string[];
};

/** Puts the filings beside what law 09-08 asks for each entry in use; the organisation's own entries first. */
export async function findRecordNeeds(tx: Tx, today: string): Promise<RecordNeeds[]> {
  const [rows, filings] = await Promise.all([findFiledRecords(tx), findCovering(tx)]);
  const lawsOf = await findLaws(tx, today);
  return rows.map(({ reference, activity, controller, controllerId, numbers, ...facts }) => ({
    record: { id: facts.id, reference, activity, controller, capacity: facts.capacity },
    numbers,
    needs: needStatuses(
      filingNeeds({ ...facts, controllerLaws: controllerId === null ? null : lawsOf(controllerId) }),
      filings.get(facts.id) ?? [],
      today,
    ),
  }));
}

/** Laws of each controller on a day, of which the means that the organisation uses for it in Morocco bring one. */
async function findLaws(tx: Tx, on: string): Promise<(controllerId: string) => ApplicableLaws | null> {
  const { country } = await tx.organisation.findFirstOrThrow({ select: { country: true } });
  const controllers = await tx.controller.findMany({ select: { id: true, ...lawColumns } });
  const processorCountries = country ? [country] : [];
  const laws = new Map(controllers.map((one) => [one.id, applicableLaws(one, { on, processorCountries })]));
  return (controllerId) => laws.get(controllerId) ?? null;
}

function findFiledRecords(tx: Tx): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT r.id, r.capacity, r.reference, r.activity, r.controller_name AS controller,
      r.controller_id AS "controllerId",
      r.content ->> 'transferAnswer' AS "transferAnswer", r.content ->> 'specialAnswer' AS "specialAnswer",
      ARRAY(SELECT jsonb_array_elements_text(r.content -> 'dataCategories')) AS "dataCategories",
      ARRAY(SELECT jsonb_array_elements_text(r.content -> 'cndpNumbers')) AS numbers
    FROM processing_record r
    WHERE r.state <> 'ended' ORDER BY r.capacity, r.reference`;
}

/** Filings by the entries that they cover. */
async function findCovering(tx: Tx): Promise<Map<string, CoveringFiling[]>> {
  const rows = await findWorks(tx, { kind: "cndp-filing", isOpen: true });
  const facts = await findFacts(
    tx,
    rows.map(({ id }) => id),
  );
  const covering = new Map<string, CoveringFiling[]>();
  for (const { id, reference, kind, content, state, recordIds } of rows) {
    const work = { kind, content, facts: facts.get(id) ?? [] };
    const { type } = contentOf(work, "cndp-filing");
    const filing = { id, reference, type, state, until: validUntil(work) };
    for (const record of recordIds) covering.set(record, [...(covering.get(record) ?? []), filing]);
  }
  return covering;
}
