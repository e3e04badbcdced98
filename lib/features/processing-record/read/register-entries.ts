import type { ControllerFacts } from "@/lib/domain/controller/types";
import { controllerSnapshotSchema } from "@/lib/domain/controller/snapshot";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { readStoredContent } from "@/lib/domain/processing-record/stored-content";
import type { RecordState } from "@/lib/domain/processing-record/types";
import { findMergedAt } from "@/lib/platform/merged-at";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt, versionAtSql } from "@/lib/platform/database/versions";
import { partyFacts, partySelect } from "./record-row";

/** Document as stored text, parsed later. */
export type RegisterEntry = {
  id: string;
  reference: string;
  controllerId: string | null;
  state: RecordState;
  stateSince: string | null;
  version: number;
  updatedAt: Date;
  document: string;
};

export function findRegisterEntries(
  tx: Tx,
  ids: readonly string[],
  at: Date | null,
): Promise<RegisterEntry[]> {
  return at
    ? tx.$queryRaw`
        SELECT v.record_id AS id, v.reference, v.controller_id AS "controllerId", v.state,
          v.state_since AS "stateSince", v.version, v.recorded_at AS "updatedAt", v.snapshot::text AS document
        FROM record_version v WHERE v.record_id = ANY (${ids}::uuid[]) AND ${versionAtSql("v", at)}`
    : tx.$queryRaw`
        SELECT id, reference, controller_id AS "controllerId", state, state_since AS "stateSince", version,
          updated_at AS "updatedAt", content::text AS document
        FROM processing_record WHERE id = ANY (${ids}::uuid[])`;
}

export function readDocument(document: string): RecordContent {
  return readStoredContent(JSON.parse(document));
}

/** Clock skew may date an entry before its controller: then uses the current data. */
export async function findRegisterParties(tx: Tx, at: Date | null): Promise<Map<string, ControllerFacts>> {
  const now = await tx.controller.findMany({ select: partySelect });
  const then = at
    ? await tx.controllerVersion.findMany({ where: versionsAt(at), select: { snapshot: true } })
    : [];
  const previous = then.map(({ snapshot }) => controllerSnapshotSchema.parse(snapshot));
  const parties = new Map([...now, ...previous].map((party) => [party.id, partyFacts(party)]));
  const merged = at ? await findMergedAt(tx, at) : new Map<string, string>();
  for (const [id, intoId] of merged) {
    const into = parties.get(intoId);
    if (into) parties.set(id, into);
  }
  return parties;
}
