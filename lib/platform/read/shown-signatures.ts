import { sha256 } from "@/lib/platform/files/chunks";
import type { Tx } from "@/lib/platform/database/transaction";

/** Signature of an instruction, of an answer to it, or of an answer about a script, by a passkey of its contact. */
export type ShownSignature = {
  id: string;
  /** Instruction, or request about an edition of a script. */
  subjectId: string;
  /** Version that the signed act made, or the edition that it is about. */
  version: number;
  signedAt: number;
  registeredAt: number;
  /** SHA-256 of the public key, in hex. */
  fingerprint: string;
};

/** The signatures about some subjects, earliest first; what the session alone gave has none. */
export async function findShownSignatures(
  tx: Tx,
  noun: "instruction" | "call-script",
  subjectIds: readonly string[],
): Promise<ShownSignature[]> {
  const rows = await tx.contactSignature.findMany({
    where: { noun, subjectId: { in: [...subjectIds] } },
    orderBy: [{ version: "asc" }, { id: "asc" }],
    select: { id: true, subjectId: true, version: true, signedAt: true, registeredAt: true, publicKey: true },
  });
  return rows.map(({ publicKey, signedAt, registeredAt, ...row }) => ({
    ...row,
    signedAt: signedAt.getTime(),
    registeredAt: registeredAt.getTime(),
    fingerprint: sha256(publicKey),
  }));
}
