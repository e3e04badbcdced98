import type { SectionQuery } from "@/lib/features/dossier/read/section";
import type { Tx } from "@/lib/platform/database/transaction";

/** An objection to a signatory: by whom, when, about whom, and the written act on which it ended, named by the processor. */
export type ShownObjection = {
  signatory: string;
  signatoryAddress: string;
  means: "portal" | "mail";
  by: string;
  /** Words of the objector in the portal; empty for a letter, which stays with the processor. */
  reason: string;
  messageDigest: string | null;
  at: string;
  /** `documentDigest`: SHA-256 of the document of that act; null for what ended before one was asked for. */
  ended: { source: string; by: string; at: string; documentDigest: string | null } | null;
};

/** Objections that stood until the dossier's instant, by the contact whom they are about. */
export async function findShownObjections(
  tx: Tx,
  { at }: SectionQuery,
): Promise<(contactIds: Iterable<string | null>) => ShownObjection[]> {
  const contact = { select: { name: true, email: true } };
  const inPortal = await tx.signatoryObjection.findMany({
    where: { objectedAt: { lte: at } },
    orderBy: [{ objectedAt: "asc" }, { id: "asc" }],
    include: { contact, settlement: { include: { document: { select: { sha256: true } } } } },
  });
  const byMail = await tx.contactObjection.findMany({
    where: { objectedAt: { lte: at } },
    orderBy: [{ objectedAt: "asc" }, { id: "asc" }],
    select: { contactId: true, email: true, messageDigest: true, objectedAt: true, contact },
  });
  const found = [
    ...inPortal.map((row) => ({
      contactId: row.contactId,
      shown: {
        signatory: row.contact.name,
        signatoryAddress: row.contact.email,
        means: "portal" as const,
        by: row.byName,
        reason: row.reason,
        messageDigest: null,
        at: row.objectedAt.toISOString(),
        ended:
          row.settlement && row.settlement.settledAt <= at
            ? {
                source: row.settlement.source,
                by: row.settlement.settledByName,
                at: row.settlement.settledAt.toISOString(),
                documentDigest: row.settlement.document?.sha256 ?? null,
              }
            : null,
      },
    })),
    ...byMail.map((row) => ({
      contactId: row.contactId,
      shown: {
        signatory: row.contact.name,
        signatoryAddress: row.contact.email,
        means: "mail" as const,
        by: row.email,
        reason: "",
        messageDigest: row.messageDigest,
        at: row.objectedAt.toISOString(),
        ended: null,
      },
    })),
  ];
  return (contactIds) => {
    const asked = new Set(contactIds);
    return found.filter(({ contactId }) => asked.has(contactId)).map(({ shown }) => shown);
  };
}

/** The objections as a cell of a table: one line for each. */
export function objectionsCell(
  objections: readonly ShownObjection[],
  { dossier, instant }: SectionQuery["words"],
): string {
  return objections
    .map(({ signatory, signatoryAddress, by, reason, ended, at, means }) =>
      dossier("objection", {
        signatory,
        signatoryAddress,
        by,
        reason,
        means,
        at: instant(new Date(at)),
        ended: ended ? "yes" : "no",
        source: ended?.source ?? "",
        endedAt: ended ? instant(new Date(ended.at)) : "",
      }),
    )
    .join("\n");
}
