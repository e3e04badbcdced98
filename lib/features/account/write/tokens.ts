import { TOKEN_LIFETIMES, type TokenKind } from "@/lib/domain/account/token";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";

/** Voids earlier tokens of the same kind. */
export async function issueToken(
  tx: Tx,
  { kind, personId, email = "" }: { kind: TokenKind; personId: string; email?: string },
  now: Date,
): Promise<string> {
  const token = newToken();
  await withdrawTokens(tx, personId, [kind], now);
  await tx.accountToken.create({
    data: {
      id: newId(now),
      kind,
      personId,
      email,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + TOKEN_LIFETIMES[kind]),
    },
  });
  return token;
}

/** Updates conditionally: true for exactly one of concurrent callers. */
export async function consumeToken(tx: Tx, kind: TokenKind, token: string, now: Date): Promise<boolean> {
  const { count } = await tx.accountToken.updateMany({
    where: { tokenHash: hashToken(token), kind, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Turns the link that would have stopped a change of address into one that restores the old address. */
export async function replaceByRestoreToken(
  tx: Tx,
  personId: string,
  left: string,
  now: Date,
): Promise<void> {
  await tx.accountToken.updateMany({
    where: { personId, kind: "email-keep", usedAt: null, expiresAt: { gt: now } },
    data: {
      kind: "email-restore",
      email: left,
      expiresAt: new Date(now.getTime() + TOKEN_LIFETIMES["email-restore"]),
    },
  });
}

/** Voids unused links. */
export async function withdrawTokens(
  tx: Tx,
  personId: string,
  kinds: readonly TokenKind[],
  now: Date,
): Promise<void> {
  await tx.accountToken.updateMany({
    where: { personId, kind: { in: [...kinds] }, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}
