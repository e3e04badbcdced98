import type { Tx } from "@/lib/platform/database/transaction";

export type ExampleNoun =
  | "controller"
  | "processing-record"
  | "measure"
  | "contract"
  | "instruction"
  | "transfer"
  | "sub-processor"
  | "authorisation"
  | "dpo-work"
  | "call-script"
  | "call-script-request"
  | "campaign"
  | "consent-collection"
  | "consent-file"
  | "choice"
  | "call-log"
  | "consultation"
  | "consultation-person"
  | "rights-request";

/** Counts the rows left of the example, by noun; omits nouns without any. */
export async function countExample(tx: Tx): Promise<Partial<Record<ExampleNoun, number>>> {
  const rows = await tx.exampleRow.groupBy({ by: ["noun"], _count: true });
  return Object.fromEntries(rows.map(({ noun, _count }) => [noun, _count]));
}

export async function hasExample(tx: Tx): Promise<boolean> {
  return (await tx.exampleRow.findFirst({ select: { noun: true } })) !== null;
}

/** Rows of the example that a person's own entry, contract, instruction, transfer or document rests on: they stay when it goes. */
export async function countHeld(tx: Tx): Promise<{ controllers: number; measures: number }> {
  const [held] = await tx.$queryRaw<[{ controllers: number; measures: number }]>`
    WITH own AS (
      SELECT controller_id, measure_ids FROM processing_record r
      WHERE NOT EXISTS (SELECT FROM example_row e WHERE e.noun = 'processing-record' AND e.subject_id = r.id)
      UNION ALL
      SELECT controller_id, '{}' FROM contract c
      WHERE NOT EXISTS (SELECT FROM example_row e WHERE e.noun = 'contract' AND e.subject_id = c.id)
      UNION ALL
      SELECT controller_id, '{}' FROM instruction i
      WHERE NOT EXISTS (SELECT FROM example_row e WHERE e.noun = 'instruction' AND e.subject_id = i.id)
      UNION ALL
      SELECT controller_id, '{}' FROM transfer t
      WHERE NOT EXISTS (SELECT FROM example_row e WHERE e.noun = 'transfer' AND e.subject_id = t.id)
      UNION ALL
      SELECT controller_id, CASE WHEN subject_noun = 'measure' THEN ARRAY[subject_id] ELSE '{}' END
      FROM attachment WHERE subject_noun IS NOT NULL)
    SELECT count(*) FILTER (WHERE noun = 'controller' AND subject_id IN (SELECT controller_id FROM own))::int AS controllers,
      count(*) FILTER (WHERE noun = 'measure' AND subject_id IN (SELECT unnest(measure_ids) FROM own))::int AS measures
    FROM example_row`;
  return held;
}

/** Names under which the journal counts cleared rows of each noun. */
export const COUNTED = {
  "processing-record": "records",
  controller: "controllers",
  measure: "measures",
  contract: "contracts",
  instruction: "instructions",
  transfer: "transfers",
  "sub-processor": "subProcessors",
  authorisation: "authorisations",
  "dpo-work": "dpoWork",
  "call-script": "callScripts",
  "call-script-request": "scriptRequests",
  campaign: "campaigns",
  "consent-collection": "consentCollections",
  "consent-file": "consentFiles",
  choice: "choices",
  "call-log": "callLogs",
  consultation: "consultations",
  "consultation-person": "consultedPersons",
  "rights-request": "rightsRequests",
} as const satisfies Record<ExampleNoun, string>;

export type Cleared = Record<(typeof COUNTED)[ExampleNoun] | "kept", number>;

export async function clearRows(tx: Tx, org: string): Promise<Cleared> {
  const rows = await tx.$queryRaw<{ noun: ExampleNoun; cleared: number; held: number }[]>`
    SELECT noun, cleared, held FROM example_clear(${org}::uuid)`;
  const counts = Object.fromEntries(rows.map(({ noun, cleared }) => [COUNTED[noun], cleared]));
  return { ...counts, kept: rows.reduce((sum, { held }) => sum + held, 0) } as Cleared;
}
