import { isChosen, type SectionQuery } from "@/lib/features/dossier/read/section";
import type { ManifestSignature } from "@/lib/platform/dossier/manifest";
import type { Tx } from "@/lib/platform/database/transaction";

/** Signatures by which contacts decided, as of the dossier's instant, for its manifest. */
export async function findSignatures(tx: Tx, query: SectionQuery): Promise<ManifestSignature[]> {
  const rows = await tx.decisionSignature.findMany({
    where: { signedAt: { lte: query.at } },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
    include: { authorisation: { select: { reference: true } } },
  });
  return rows
    .filter(({ controllerId }) => isChosen(query, controllerId))
    .map(({ authorisation, ...row }) => ({ reference: authorisation.reference, ...stated(row) }));
}

/** A signature of a contact beside the line that it is of; the line's own section says what is shown. */
export type LineSignature = Omit<ManifestSignature, "reference">;

/** Signatures of instructions, of answers to them or of scripts' editions until an instant, by their subject. */
export async function findLineSignatures(
  tx: Tx,
  noun: "instruction" | "call-script",
  until: Date,
): Promise<(subjectId: string) => LineSignature[]> {
  const rows = await tx.contactSignature.findMany({
    where: { noun, signedAt: { lte: until } },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
  return (subjectId) => rows.filter((row) => row.subjectId === subjectId).map(stated);
}

type Kept = Pick<ManifestSignature, "statement" | "relyingParty"> & {
  publicKey: Uint8Array;
  clientData: Uint8Array;
  authenticatorData: Uint8Array;
  signature: Uint8Array;
  registeredAt: Date;
  signedAt: Date;
};

function stated({ statement, registeredAt, signedAt, relyingParty, ...bytes }: Kept): LineSignature {
  return {
    statement,
    publicKey: textOf(bytes.publicKey),
    clientData: textOf(bytes.clientData),
    authenticatorData: textOf(bytes.authenticatorData),
    signature: textOf(bytes.signature),
    relyingParty,
    registeredAt: registeredAt.toISOString(),
    signedAt: signedAt.toISOString(),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
