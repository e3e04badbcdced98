import { describe, expect, it } from "vitest";
import { CHALLENGE_LIMITS, findChallenge, openChallenge } from "@/lib/platform/auth/challenge";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { openSession, readSession, type Means } from "@/lib/platform/request/session-store";
import { makeContact } from "@/prisma/factories/contact";
import { makeMember } from "@/prisma/factories/member";
import { PASSWORD } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { findFactors, findPendingKey } from "@/lib/features/second-factor/read/queries";
import {
  beginTotp,
  confirmSession,
  confirmTotp,
  renewRecoveryCodes,
} from "@/lib/features/second-factor/write/mutations";
import { removePasskey, startPasskey } from "@/lib/features/second-factor/write/passkeys";
import {
  openPasskeyChallenge,
  consumePasskeyChallenge,
} from "@/lib/features/second-factor/read/passkey-challenge";
import { answerWithCode } from "@/lib/features/second-factor/write/second-step";
import { readTotpKey } from "@/lib/features/second-factor/read/totp";
import {
  DEVICE,
  STEP_MS,
  owner,
  ctx,
  now,
  later,
  selfOf,
  codeAt,
  withTotp,
  refusalOf,
  eventsOf,
  lettersTo,
  prepareDatabase,
} from "./second-factor.fixture";

prepareDatabase();

describe("a session that a letter opened", () => {
  const byLetter = async (personId: string, means: Means = "link") => {
    const token = await openSession(personId, DEVICE, now, means);
    return { ...(await readSession(token, now))!, device: DEVICE, now };
  };

  it("sets up no factor by a mailbox alone, however fresh it is", async () => {
    const member = await makeMember(ctx, "owner");
    const self = await byLetter(member.actor.personId);
    expect(refusalOf(await beginTotp(self, { password: "", next: "/" }))).toBe("required");
    expect(refusalOf(await startPasskey(self, { password: "" }))).toBe("required");
    expect(refusalOf(await startPasskey(self, { password: "a guess of somebody's" }))).toBe("wrongPassword");
    expect((await findFactors(self.person.id)).pending).toBeNull();
    expect((await startPasskey(self, { password: PASSWORD })).ok).toBe(true);
  });

  it("changes none either: no new recovery codes, no passkey removed", async () => {
    const { member } = await withTotp("owner");
    const self = await byLetter(member.actor.personId);
    expect(refusalOf(await renewRecoveryCodes(self, { password: "" }))).toBe("required");
    expect(refusalOf(await removePasskey(self, { id: newId(now), password: "" }))).toBe("required");
    expect(refusalOf(await startPasskey(self, { password: "" }))).toBe("required");
  });

  it("is not shown the key of an application that another session began, nor confirms it", async () => {
    const member = await makeMember(ctx, "owner");
    const began = await selfOf(member);
    valueOf(await beginTotp(began, { password: "", next: "/" }));
    const sealed = (await findPendingKey(began))!;
    const self = await byLetter(member.actor.personId);
    expect(await findPendingKey(self)).toBeNull();
    const code = codeAt(readTotpKey(sealed), now);
    expect(refusalOf(await confirmTotp(self, { code }))).toBe("firstCode");
    expect((await confirmTotp(began, { code })).ok).toBe(true);
  });

  it("may where the factor that exists was given as well", async () => {
    const { member } = await withTotp("owner");
    const self = await byLetter(member.actor.personId, "link+totp");
    expect((await startPasskey(self, { password: "" })).ok).toBe(true);
  });

  it("lets whoever has neither password nor factor begin with one, and says what to do once it is late", async () => {
    const contact = await makeContact(ctx);
    await owner.query("UPDATE person SET password_hash = NULL WHERE id = $1", [contact.actor.personId]);
    const self = await byLetter(contact.actor.personId);
    const late = { ...self, now: later(10 * 60_000) };
    expect(refusalOf(await beginTotp(late, { password: "anything", next: "/" }))).toBe("noPassword");
    expect(refusalOf(await beginTotp(late, { password: "", next: "/" }))).toBe("noPassword");
    valueOf(await beginTotp(self, { password: "", next: "/" }));
    valueOf(await confirmTotp(self, { code: codeAt(readTotpKey((await findPendingKey(self))!), self.now) }));
    const again = await byLetter(contact.actor.personId);
    expect(refusalOf(await startPasskey(again, { password: "" }))).toBe("noPassword");
  });
});

describe("the second step of a sign-in", () => {
  it("opens a session that says how, and leads where the person was going", async () => {
    const { self, key } = await withTotp();
    const at = later(STEP_MS);
    const challenge = await openChallenge(self.person.id, "/nejma/records", at);
    const { token, next } = valueOf(await answerWithCode(challenge, codeAt(key, at), DEVICE, at));
    expect(next).toBe("/nejma/records");
    const { sessionId, secondFactorAt } = (await readSession(token, at))!;
    expect(secondFactorAt).toEqual(at);
    expect(await authClient().session.findUnique({ where: { id: sessionId } })).toMatchObject({
      method: "password+totp",
    });
    expect((await eventsOf(self.person.id)).at(-1)).toBe("sign-in.succeeded");
  });

  it("takes a code once: a replay is refused, for the same step and for those before", async () => {
    const { self, key } = await withTotp();
    const at = later(STEP_MS);
    const answer = async (code: string) =>
      refusalOf(await answerWithCode(await openChallenge(self.person.id, "/", at), code, DEVICE, at));
    expect(await answer(codeAt(key, at))).toBe("done");
    expect(await answer(codeAt(key, at))).toBe("wrongCode");
    expect(await answer(codeAt(key, now))).toBe("wrongCode");
  });

  it("lets one of eight at once through with one code", async () => {
    const { self, key } = await withTotp();
    const at = later(STEP_MS);
    const code = codeAt(key, at);
    const challenges = await Promise.all(
      Array.from({ length: 8 }, () => openChallenge(self.person.id, "/", at)),
    );
    const outcomes = await Promise.all(challenges.map((token) => answerWithCode(token, code, DEVICE, at)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("takes a recovery code once, of two at once too, and tells the person", async () => {
    const { self, member, codes } = await withTotp();
    const challenges = [
      await openChallenge(self.person.id, "/", now),
      await openChallenge(self.person.id, "/", now),
    ];
    const outcomes = await Promise.all(
      challenges.map((token) => answerWithCode(token, codes[3]!, DEVICE, now)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await findFactors(self.person.id)).recoveryLeft).toBe(9);
    expect(await lettersTo(member.email)).toContain("recovery-code-used");
    expect(await eventsOf(self.person.id)).toEqual(expect.arrayContaining(["recovery-code.used"]));
  });

  it("uses its challenge once, and gives no second session for a second good code", async () => {
    const { self, codes } = await withTotp();
    const challenge = await openChallenge(self.person.id, "/", now);
    const outcomes = await Promise.all(
      codes.slice(0, 3).map((code) => answerWithCode(challenge, code, DEVICE, now)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    // A refused attempt consumes no code.
    expect((await findFactors(self.person.id)).recoveryLeft).toBe(9);
    expect(refusalOf(await answerWithCode(challenge, codes[5]!, DEVICE, now))).toBe("not-found");
  });

  it("ends after five minutes, and after five tries, the right code too", async () => {
    const { self, key, codes } = await withTotp();
    const old = await openChallenge(self.person.id, "/", now);
    const after = later(CHALLENGE_LIMITS.lifeMs);
    expect(await findChallenge(old, after)).toBeNull();
    expect(refusalOf(await answerWithCode(old, codeAt(key, after), DEVICE, after))).toBe("not-found");

    const tried = await openChallenge(self.person.id, "/", now);
    for (let tries = 0; tries < CHALLENGE_LIMITS.tries; tries += 1)
      expect(refusalOf(await answerWithCode(tried, "000000", DEVICE, now))).toBe("wrongCode");
    expect(refusalOf(await answerWithCode(tried, codes[0]!, DEVICE, now))).toBe("not-found");
  });

  it("locks the person's codes after eight tries over many challenges, for a quarter of an hour", async () => {
    const { self, codes } = await withTotp();
    const answer = async (code: string, at: Date) =>
      refusalOf(await answerWithCode(await openChallenge(self.person.id, "/", at), code, DEVICE, at));
    for (let tries = 0; tries < 8; tries += 1) expect(await answer("000000", now)).toBe("wrongCode");
    expect(await answer(codes[0]!, now)).toBe("tooManyTries");
    expect((await eventsOf(self.person.id)).at(-1)).toBe("sign-in.locked");
    expect(await answer(codes[0]!, later(16 * 60_000))).toBe("done");
  });

  it("answers an unknown token as one that is over", async () => {
    expect(refusalOf(await answerWithCode("nothing", "123456", DEVICE, now))).toBe("not-found");
  });
});

it("raises a session that the password alone opened, under a new token", async () => {
  const { member, key } = await withTotp();
  const at = later(STEP_MS);
  const self = await selfOf(member, at);
  const token = valueOf(await confirmSession(self, { code: codeAt(key, at) }));
  expect(await readSession(self.token, at)).toBeNull();
  expect(await readSession(token, at)).toMatchObject({ secondFactorAt: at });
});

describe("the challenge of a passkey", () => {
  const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

  it("is good once, for its purpose, its person and five minutes", async () => {
    const person = ctx.actor.personId;
    const open = async () => textOf(await openPasskeyChallenge("second-step", person, now));
    const challenge = await open();
    expect(await consumePasskeyChallenge(challenge, "sign-in", null, now)).toBe(false);
    expect(await consumePasskeyChallenge(challenge, "sign-in", person, now)).toBe(false);
    expect(await consumePasskeyChallenge(challenge, "second-step", null, now)).toBe(false);
    expect(await consumePasskeyChallenge(challenge, "second-step", person, later(300_000))).toBe(false);
    expect(await consumePasskeyChallenge(challenge, "second-step", person, now)).toBe(true);
    expect(await consumePasskeyChallenge(challenge, "second-step", person, now)).toBe(false);
    const raced = await open();
    const spent = await Promise.all(
      Array.from({ length: 5 }, () => consumePasskeyChallenge(raced, "second-step", person, now)),
    );
    expect(spent.filter(Boolean)).toHaveLength(1);
  });
});
