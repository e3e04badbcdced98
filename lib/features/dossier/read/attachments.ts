import type { SectionQuery } from "@/lib/features/dossier/read/section";
import type { Tx } from "@/lib/platform/database/transaction";

export type DossierFile = {
  id: string;
  fileName: string;
  /** Reference of what it belongs to would repeat names: its own id keeps two files of one name apart. */
  size: number;
  sha256: string;
  chunks: number;
};

/** Ids of one statement. */
const IDS_AT_ONCE = 5_000;

/** Nouns whose documents are the organisation's own: they prove the same for every controller. */
const OWN_NOUNS = ["measure", "sub-processor", "training"];

/**
 * Documents of a section's rows as of the instant, the sealed evidence of its facts with them. A controller is given only
 * those that concern it and are not closed to view.
 */
export async function findDossierFiles(
  tx: Tx,
  query: SectionQuery,
  { noun, subjects, evidence }: { noun: string; subjects: readonly string[]; evidence: readonly string[] },
): Promise<DossierFile[]> {
  const found = new Map<string, DossierFile>();
  const select = { id: true, fileName: true, size: true, sha256: true, chunks: true } as const;
  const limits = {
    storedAt: { lte: query.at },
    ...ofControllers(query, noun),
    NOT: { withdrawal: { is: { withdrawnAt: { lte: query.at } } } },
  };
  for (const ids of paged(subjects))
    for (const row of await tx.attachment.findMany({
      where: { ...limits, purpose: "document", subjectNoun: noun, subjectId: { in: ids } },
      orderBy: { id: "asc" },
      select,
    }))
      found.set(row.id, row);
  for (const ids of paged(evidence))
    for (const row of await tx.attachment.findMany({ where: { ...limits, id: { in: ids } }, select }))
      found.set(row.id, row);
  const closed = await findClosed(tx, [...found.keys()]);
  return [...found.values()].filter(({ id }) => query.audience !== "controller" || !closed.has(id));
}

function ofControllers({ controllerIds, audience }: SectionQuery, noun: string) {
  if (controllerIds === null) return {};
  const chosen = { controllerId: { in: [...controllerIds] } };
  const isOwn = audience !== "controller" && OWN_NOUNS.includes(noun);
  return isOwn ? { OR: [chosen, { controllerId: null }] } : chosen;
}

/** Documents whose last closure holds: closed to the controller they were given to in error. */
async function findClosed(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const closed = new Set<string>();
  for (const page of paged(ids))
    for (const { attachmentId, isClosed } of await tx.attachmentClosure.findMany({
      where: { attachmentId: { in: page } },
      orderBy: { number: "asc" },
      select: { attachmentId: true, isClosed: true },
    }))
      if (isClosed) closed.add(attachmentId);
      else closed.delete(attachmentId);
  return closed;
}

function paged(ids: readonly string[]): string[][] {
  const pages: string[][] = [];
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) pages.push(ids.slice(at, at + IDS_AT_ONCE));
  return pages;
}
