import { createHmac, randomInt } from "node:crypto";
import { RECOVERY_CODES, writeRecoveryCode } from "@/lib/domain/account/recovery-code";
import { deriveSecret, rootSecret } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { LIVE_CODE } from "@/lib/features/second-factor/read/queries";

/** Ten new codes, returned in clear this once; those before them are worth nothing any more. */
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

/** Uses a code up; false when it is none of this person's, or was used. Of two at once, one has it. */
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

// Fifty-three random bits under a key that is not in the database: nothing to guess from what is stored.
function hashOf(personId: string, code: string): Uint8Array<ArrayBuffer> {
  const key = deriveSecret(rootSecret(), "recovery-code");
  return new Uint8Array(createHmac("sha256", key).update(`${personId}:${code}`).digest());
}
