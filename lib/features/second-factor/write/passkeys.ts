import type { z } from "zod";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { arePasskeysPossible } from "@/lib/platform/auth/relying-party";
import type { SelfCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { raiseSession } from "@/lib/platform/request/session-store";
import { writeAsSelf } from "@/lib/platform/write/write";
import { beginFactor, endIfLast, type Begun } from "./factor-life";
import { sendSecurityNotice } from "./letters";
import {
  assertionOptions,
  countUse,
  readAssertion,
  readRegistration,
  registrationOptions,
} from "./passkey-ceremony";
import { refuseUnlessProved } from "./proof";
import { tellOfPasskey } from "./tell-of-passkey";
import type {
  AssertionInput,
  RegistrationInput,
  removePasskeySchema,
  renamePasskeySchema,
} from "@/lib/features/second-factor/schema";

const MOST = 20;

/** Requires proof of identity first. */
export async function startPasskey(ctx: SelfCtx, { password }: { password: string }) {
  if (!arePasskeysPossible()) return invalid<never>("", "noPasskeysHere");
  const refused = await refuseUnlessProved(ctx, password);
  return refused ?? done(await registrationOptions(ctx.person, ctx.now));
}

export async function addPasskey(
  ctx: SelfCtx,
  { name, response }: { name: string; response: RegistrationInput },
): Promise<Outcome<Begun>> {
  const credential = await readRegistration(ctx.person, response, ctx.now);
  if (!credential) return invalid("", "passkeyRefused");
  const added = await writeAsSelf(ctx, async (tx, journal) => {
    const personId = ctx.person.id;
    if ((await tx.passkey.count({ where: { personId, removedAt: null } })) >= MOST)
      return invalid("", "tooMany");
    if (await tx.passkey.findUnique({ where: { credentialId: credential.credentialId } }))
      return invalid("", "passkeyRefused");
    const id = newId(ctx.now);
    await tx.passkey.create({ data: { ...credential, id, personId, name, createdAt: ctx.now } });
    journal.note({
      event: "passkey.added",
      subject: { noun: "account", id: personId },
      after: { passkey: id, name },
    });
    await sendSecurityNotice(tx, ctx.person, "passkey-added", { now: ctx.now, params: { passkey: name } });
    return beginFactor(tx, journal, ctx, "password+passkey");
  });
  // The letters belong to other chains than the person's own: each is queued once, by its key.
  if (added.ok) await tellOfPasskey({ personId: ctx.person.id, ...credential }, ctx.now);
  return added;
}

export async function renamePasskey(
  ctx: SelfCtx,
  { id, name }: z.output<typeof renamePasskeySchema>,
): Promise<Outcome<null>> {
  return writeAsSelf(ctx, async (tx) => {
    const { count } = await tx.passkey.updateMany({
      where: { id, personId: ctx.person.id, removedAt: null },
      data: { name },
    });
    return count === 1 ? done(null) : refuse({ kind: "not-found" });
  });
}

/** The device may still offer the passkey, which opens nothing. */
export async function removePasskey(
  ctx: SelfCtx,
  { id, password }: z.output<typeof removePasskeySchema>,
): Promise<Outcome<null>> {
  const refused = await refuseUnlessProved(ctx, password);
  if (refused) return refused;
  return writeAsSelf(ctx, async (tx, journal) => {
    const personId = ctx.person.id;
    const passkey = await tx.passkey.findFirst({ where: { id, personId, removedAt: null } });
    if (!passkey) return refuse({ kind: "not-found" });
    const { count } = await tx.passkey.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: ctx.now },
    });
    if (count === 0) return refuse({ kind: "not-found" });
    journal.note({
      event: "passkey.removed",
      subject: { noun: "account", id: personId },
      before: { passkey: id, name: passkey.name },
    });
    await endIfLast(tx, personId, ctx.now);
    await sendSecurityNotice(tx, ctx.person, "passkey-removed", {
      now: ctx.now,
      params: { passkey: passkey.name },
    });
    return done(null);
  });
}

/** Used where an organisation demands a second factor. */
export function startConfirmation(ctx: SelfCtx) {
  return assertionOptions("confirm", ctx.person.id, ctx.now);
}

/** Returns a new session token. */
export async function confirmWithPasskey(ctx: SelfCtx, response: AssertionInput): Promise<Outcome<string>> {
  const passkey = await readAssertion("confirm", ctx.person.id, response, ctx.now);
  if (!passkey) return invalid("", "passkeyRefused");
  return writeAsSelf(ctx, async (tx, journal) => {
    if (!(await countUse(tx, passkey, ctx.now))) return invalid("", "passkeyRefused");
    const token = await raiseSession(tx, ctx.sessionId, "password+passkey", ctx.now);
    if (!token) return refuse({ kind: "not-found" });
    journal.note({
      event: "sign-in.succeeded",
      subject: { noun: "account", id: ctx.person.id },
      after: { ...ctx.device, method: "password+passkey" },
    });
    return done(token);
  });
}
