import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";
import type { Tx } from "@/lib/platform/database/transaction";

export type SigningKey = { id: string; publicKey: string; privateKey: KeyObject };

const PURPOSE = "journal-key";
/** Days that a key signs; earlier keys remain for their heads. */
const KEY_DAYS = 365;
const DAY_MS = 86_400_000;

/** Renews a missing, year-old or unreadable key. */
export async function ensureSigningKey(tx: Tx, ctx: Ctx, journal: JournalDraft): Promise<SigningKey> {
  const known = await tx.journalKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: "desc" } });
  const isOld = known && ctx.now.getTime() - known.createdAt.getTime() > KEY_DAYS * DAY_MS;
  const privateKey = known && !isOld ? openKey(known.sealed) : null;
  if (known && privateKey) return { id: known.id, publicKey: known.publicKey, privateKey };
  return replaceKey(tx, ctx, journal, known?.id ?? null);
}

/** Retires the current key; heads signed by it continue to name it. */
export async function renewSigningKey(tx: Tx, ctx: Ctx, journal: JournalDraft): Promise<SigningKey> {
  const known = await tx.journalKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: "desc" } });
  return replaceKey(tx, ctx, journal, known?.id ?? null);
}

async function replaceKey(tx: Tx, ctx: Ctx, journal: JournalDraft, known: string | null) {
  if (known)
    await tx.journalKey.updateMany({
      where: { id: known, retiredAt: null },
      data: { retiredAt: ctx.now },
    });
  return makeKey(tx, ctx, journal, known);
}

async function makeKey(
  tx: Tx,
  { scope, now }: Ctx,
  journal: JournalDraft,
  replaced: string | null,
): Promise<SigningKey> {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = pair.publicKey.export({ format: "der", type: "spki" }).toString("base64");
  const sealed = sealText(
    PURPOSE,
    pair.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  );
  const row = { id: newId(now), orgId: scope.org, publicKey, sealed, createdAt: now };
  await tx.journalKey.create({ data: row });
  journal.note({
    event: "journal.key-made",
    subject: { noun: "journal", id: row.id },
    after: { publicKey, replaced },
  });
  return { id: row.id, publicKey, privateKey: pair.privateKey };
}

/** Null where it was sealed under another root secret. */
function openKey(sealed: Uint8Array): KeyObject | null {
  try {
    const key = Buffer.from(openSealed(PURPOSE, sealed), "base64");
    return createPrivateKey({ key, format: "der", type: "pkcs8" });
  } catch {
    return null;
  }
}
