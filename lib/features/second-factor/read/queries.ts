import { hasSecondFactor, type Factors } from "@/lib/domain/access/second-factor";
import type { SelfCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";

const passkeySelect = { id: true, name: true, createdAt: true, lastUsedAt: true, backedUp: true } as const;

export type PasskeyRow = {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  backedUp: boolean;
};

/** `sealed` is the unconfirmed authenticator key. */
export async function findFactors(personId: string, tx: Tx = authClient()) {
  const [totp, passkeys, recoveryLeft] = [
    await tx.totpFactor.findFirst({ where: { personId } }),
    await listPasskeys(tx, personId),
    await tx.recoveryCode.count({ where: { personId, ...LIVE_CODE } }),
  ];
  return {
    confirmedAt: totp?.confirmedAt ?? null,
    pending: totp?.sealed && !totp.confirmedAt ? totp.sealed : null,
    passkeys,
    recoveryLeft,
  };
}

/** Limited to the session that began it. */
export async function findPendingKey({
  person,
  sessionId,
}: Pick<SelfCtx, "person" | "sessionId">): Promise<Uint8Array | null> {
  const totp = await authClient().totpFactor.findFirst({
    where: { personId: person.id, sessionId, confirmedAt: null },
    select: { sealed: true },
  });
  return totp?.sealed ?? null;
}

export const LIVE_CODE = { usedAt: null, supersededAt: null } as const;

export function factorsOf(found: Awaited<ReturnType<typeof findFactors>>): Factors {
  return {
    totp: found.confirmedAt !== null,
    passkeys: found.passkeys.length,
    recoveryLeft: found.recoveryLeft,
  };
}

function listPasskeys(tx: Tx, personId: string): Promise<PasskeyRow[]> {
  return tx.passkey.findMany({
    where: { personId, removedAt: null },
    orderBy: { createdAt: "asc" },
    select: passkeySelect,
  });
}

export function findPasskey(personId: string, id: string): Promise<PasskeyRow | null> {
  return authClient().passkey.findFirst({ where: { id, personId, removedAt: null }, select: passkeySelect });
}

export async function peopleWithSecondFactor(personIds: readonly string[]): Promise<Set<string>> {
  const people = await authClient().person.findMany({
    where: { id: { in: [...personIds] } },
    select: {
      id: true,
      totpFactor: { select: { confirmedAt: true } },
      passkeys: { where: { removedAt: null }, take: 1, select: { id: true } },
    },
  });
  const having = people.filter(({ totpFactor, passkeys }) =>
    hasSecondFactor({ totp: Boolean(totpFactor?.confirmedAt), passkeys: passkeys.length }),
  );
  return new Set(having.map(({ id }) => id));
}

export function listMembers(tx: Tx) {
  return tx.member.findMany({
    where: { endedAt: null },
    orderBy: { joinedAt: "asc" },
    select: { id: true, personId: true, name: true, email: true, role: true },
  });
}
