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
    .map(({ authorisation, statement, registeredAt, signedAt, relyingParty, ...bytes }) => ({
      reference: authorisation.reference,
      statement,
      publicKey: textOf(bytes.publicKey),
      clientData: textOf(bytes.clientData),
      authenticatorData: textOf(bytes.authenticatorData),
      signature: textOf(bytes.signature),
      relyingParty,
      registeredAt: registeredAt.toISOString(),
      signedAt: signedAt.toISOString(),
    }));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
