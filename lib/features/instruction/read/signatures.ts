import { sha256 } from "@/lib/platform/files/chunks";
import type { Tx } from "@/lib/platform/database/transaction";

/** Signature of an instruction, or of an answer to it, by a passkey of its contact. */
export type ShownSignature = {
  id: string;
  /** Version of the instruction that the signed act made. */
  version: number;
  signedAt: number;
  registeredAt: number;
  /** SHA-256 of the public key, in hex. */
  fingerprint: string;
};

/** The signatures of an instruction, earliest first; what the session alone gave has none. */
export async function findInstructionSignatures(tx: Tx, subjectId: string): Promise<ShownSignature[]> {
  const rows = await tx.contactSignature.findMany({
    where: { noun: "instruction", subjectId },
    orderBy: [{ version: "asc" }, { id: "asc" }],
    select: { id: true, version: true, signedAt: true, registeredAt: true, publicKey: true },
  });
  return rows.map(({ publicKey, signedAt, registeredAt, ...row }) => ({
    ...row,
    signedAt: signedAt.getTime(),
    registeredAt: registeredAt.getTime(),
    fingerprint: sha256(publicKey),
  }));
}
