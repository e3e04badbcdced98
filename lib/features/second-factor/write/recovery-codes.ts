import { createHmac, randomInt } from "node:crypto";
import { RECOVERY_CODES, writeRecoveryCode } from "@/lib/domain/account/recovery-code";
import { deriveSecret, rootSecret } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { LIVE_CODE } from "@/lib/features/second-factor/read/queries";

/** Returned in clear once; voids the previous codes. */
export async function renewCodes(tx: Tx, personId: string, now: Date): Promise<string[]> {
  await supersedeCodes(tx, personId, now);
  const codes = Array.from({ length: RECOVERY_CODES }, () => writeRecoveryCode(() => randomInt(10)));
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(now),
      personId,
      codeHash: hashOf(personId, code),
      createdAt: now,
    })),
  });
  return codes;
}

export async function supersedeCodes(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.recoveryCode.updateMany({ where: { personId, ...LIVE_CODE }, data: { supersededAt: now } });
}

/** False when unknown or used; one of two concurrent calls wins. */
export async function consumeRecoveryCode(
  tx: Tx,
  personId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: hashOf(personId, code), ...LIVE_CODE },
    data: { usedAt: now },
  });
  return count === 1;
}

// Keyed hash of 53 random bits with a key outside the database, so that stored hashes cannot be searched.
function hashOf(personId: string, code: string): Uint8Array<ArrayBuffer> {
  const key = deriveSecret(rootSecret(), "recovery-code");
  return new Uint8Array(createHmac("sha256", key).update(`${personId}:${code}`).digest());
}
