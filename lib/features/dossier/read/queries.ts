import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { Locale } from "@/lib/i18n/locale";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Audience, DossierState } from "@/lib/features/dossier/schema";

type Stored = Prisma.DossierGetPayload<object>;

export type DossierRow = Omit<Stored, "audience" | "language" | "sections" | "state"> & {
  audience: Audience;
  language: Locale;
  sections: DossierSection[];
  state: DossierState;
};

export async function findDossier(tx: Tx, id: string): Promise<DossierRow | null> {
  const row = await tx.dossier.findFirst({ where: { id } });
  return row && readDossier(row);
}

/** Dossiers, newest first; an organisation makes a few a month. */
export async function findDossiers(tx: Tx, take: number, skip = 0): Promise<DossierRow[]> {
  const rows = await tx.dossier.findMany({
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take,
    skip,
  });
  return rows.map(readDossier);
}

/** Chunks from one on, as they are stored. */
export async function findChunks(
  tx: Tx,
  { id, attempts }: Pick<DossierRow, "id" | "attempts">,
  { from, take }: { from: number; take: number },
): Promise<Uint8Array[]> {
  const rows = await tx.dossierChunk.findMany({
    where: { dossierId: id, attempt: attempts, seq: { gte: from, lt: from + take } },
    orderBy: { seq: "asc" },
    select: { bytes: true },
  });
  return rows.map(({ bytes }) => bytes);
}

function readDossier(row: Stored): DossierRow {
  return {
    ...row,
    // The schema of the form wrote them.
    audience: row.audience as Audience,
    language: row.language as Locale,
    sections: row.sections as DossierSection[],
    state: row.state as DossierState,
  };
}

/** Number of times its file left, as the journal has it. */
export function countDownloads(tx: Tx, id: string): Promise<number> {
  return tx.journalText.count({ where: { subjectId: id, event: "dossier.taken" } });
}
