import type { z } from "zod";
import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { readTotpCode } from "@/lib/domain/account/totp-steps";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { raiseSession, type Means } from "@/lib/platform/request/session-store";
import type { Tx } from "@/lib/platform/database/transaction";
import { writeAsSelf } from "@/lib/platform/write/write";
import { factorsOf, findFactors } from "@/lib/features/second-factor/read/queries";
import { beginFactor, endIfLast, type Begun } from "./factor-life";
import { sendSecurityNotice } from "./letters";
import { resetCodeAttempts, refuseUnlessProved, consumeCode, countCodeAttempt } from "./proof";
import { renewCodes } from "./recovery-codes";
import type {
  beginSchema,
  codeSchema,
  disableSchema,
  passwordSchema,
} from "@/lib/features/second-factor/schema";
import { makeTotpKey, readTotpKey, stepOfCode } from "@/lib/features/second-factor/read/totp";

type Input<S extends z.ZodType> = z.output<S>;

/** Replaces an unconfirmed key. */
export async function beginTotp(ctx: SelfCtx, input: Input<typeof beginSchema>): Promise<Outcome<null>> {
  const refused = await refuseUnlessProved(ctx, input.password);
  if (refused) return refused;
  const pending = { sealed: makeTotpKey(), startedAt: ctx.now, sessionId: ctx.sessionId };
  return writeAsSelf(ctx, async (tx) => {
    const personId = ctx.person.id;
    const { confirmedAt } = await findFactors(personId, tx);
    if (confirmedAt) return invalid("", "alreadyOn");
    await tx.totpFactor.upsert({ where: { personId }, create: { personId, ...pending }, update: pending });
    return done(null);
  });
}

/** The first code proves possession of the key. */
export async function confirmTotp(
  ctx: SelfCtx,
  { code }: Pick<Input<typeof codeSchema>, "code">,
): Promise<Outcome<Begun>> {
  if (!(await countCodeAttempt(ctx.person.id, ctx.now))) return invalid("code", "tooManyTries");
  const outcome = await writeAsSelf<Begun>(ctx, async (tx, journal) => {
    if (!(await confirmKey(tx, ctx, code))) return invalid("code", "firstCode");
    journal.note({
      event: "second-factor.enabled",
      subject: { noun: "account", id: ctx.person.id },
      after: { factor: "totp" },
    });
    await sendSecurityNotice(tx, ctx.person, "second-factor-enabled", ctx);
    return beginFactor(tx, journal, ctx, "password+totp");
  });
  if (outcome.ok) await resetCodeAttempts(ctx.person.id);
  return outcome;
}

async function confirmKey(tx: Tx, { person, sessionId, now }: SelfCtx, typed: string): Promise<boolean> {
  const [code, factor] = [
    readTotpCode(typed),
    await tx.totpFactor.findUnique({ where: { personId: person.id } }),
  ];
  if (!code || !factor?.sealed || factor.confirmedAt || factor.sessionId !== sessionId) return false;
  const step = stepOfCode(code, { key: readTotpKey(factor.sealed), lastStep: null, now });
  if (step === null) return false;
  const { count } = await tx.totpFactor.updateMany({
    where: { personId: person.id, confirmedAt: null, startedAt: factor.startedAt },
    data: { confirmedAt: now, lastStep: step },
  });
  return count === 1;
}

/** Requires password and code: neither an open screen nor a stolen telephone suffices. */
export async function disableTotp(ctx: SelfCtx, input: Input<typeof disableSchema>): Promise<Outcome<null>> {
  const refused = await refuseUnlessProved(ctx, input.password, { always: true });
  if (refused) return refused;
  return withCode(ctx, input.code, async (tx, journal) => {
    const { count } = await tx.totpFactor.updateMany({
      where: { personId: ctx.person.id, confirmedAt: { not: null } },
      data: { sealed: null, confirmedAt: null, lastStep: null },
    });
    if (count === 0) return refuse({ kind: "not-found" });
    journal.note({
      event: "second-factor.disabled",
      subject: { noun: "account", id: ctx.person.id },
      before: { factor: "totp" },
    });
    await endIfLast(tx, ctx.person.id, ctx.now);
    await sendSecurityNotice(tx, ctx.person, "second-factor-disabled", ctx);
    return done(null);
  });
}

/** Voids the previous codes. */
export async function renewRecoveryCodes(
  ctx: SelfCtx,
  input: Input<typeof passwordSchema>,
): Promise<Outcome<string[]>> {
  const refused = await refuseUnlessProved(ctx, input.password);
  if (refused) return refused;
  return writeAsSelf(ctx, async (tx, journal) => {
    const factors = factorsOf(await findFactors(ctx.person.id, tx));
    if (!hasSecondFactor(factors)) return refuse({ kind: "not-found" });
    const codes = await renewCodes(tx, ctx.person.id, ctx.now);
    journal.note({
      event: "recovery-codes.renewed",
      subject: { noun: "account", id: ctx.person.id },
      before: { left: factors.recoveryLeft },
      after: { left: codes.length },
    });
    await sendSecurityNotice(tx, ctx.person, "recovery-codes-renewed", ctx);
    return done(codes);
  });
}

/** Returns a new session token. */
export async function confirmSession(
  ctx: SelfCtx,
  { code }: Pick<Input<typeof codeSchema>, "code">,
): Promise<Outcome<string>> {
  return withCode(ctx, code, async (tx, journal, means) => {
    const token = await raiseSession(tx, ctx.sessionId, means, ctx.now);
    if (!token) return refuse({ kind: "not-found" });
    journal.note({
      event: "sign-in.succeeded",
      subject: { noun: "account", id: ctx.person.id },
      after: { ...ctx.device, method: means },
    });
    return done(token);
  });
}

/** Counts, journals and refuses a wrong code alike, whatever its shape. */
export async function withCode<T>(
  ctx: Pick<SelfCtx, "person" | "now" | "device">,
  code: string,
  then: (tx: Tx, journal: JournalDraft, means: Means) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { person, now, device } = ctx;
  const about = { subject: { noun: "account" as const, id: person.id }, after: { ...device } };
  if (!(await countCodeAttempt(person.id, now))) {
    await writeAsSelf(ctx, async (_, journal) => {
      journal.note({ event: "sign-in.locked", ...about });
      return done(null);
    });
    return invalid("code", "tooManyTries");
  }
  const outcome = await writeAsSelf(ctx, async (tx, journal) => {
    const spent = await consumeCode(tx, person.id, code, now);
    if (!spent) {
      journal.note({ event: "second-factor.failed", ...about });
      return done(null);
    }
    if (spent === "recovery") {
      const { recoveryLeft } = await findFactors(person.id, tx);
      journal.note({ event: "recovery-code.used", ...about, after: { ...device, left: recoveryLeft } });
      await sendSecurityNotice(tx, person, "recovery-code-used", {
        now,
        params: { left: String(recoveryLeft) },
      });
    }
    const result = await then(tx, journal, spent === "totp" ? "password+totp" : "recovery");
    return result.ok ? done({ value: result.value }) : result;
  });
  if (!outcome.ok) return outcome;
  if (!outcome.value) return invalid("code", "wrongCode");
  await resetCodeAttempts(person.id);
  return done(outcome.value.value);
}
