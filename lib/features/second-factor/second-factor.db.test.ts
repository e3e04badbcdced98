import { generateSync } from "otplib";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import { CHALLENGE_LIMITS, findChallenge, openChallenge } from "@/lib/platform/auth/challenge";
import { signIn } from "@/lib/platform/auth/sign-in";
import type { SelfCtx } from "@/lib/platform/request/context";
import { authClient, closeClients } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { openSession, readSession, type Means } from "@/lib/platform/request/session-store";
import { makeContact } from "@/prisma/factories/contact";
import { makeMember } from "@/prisma/factories/member";
import { as, makeOrganisation, PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findFactors, findPendingKey } from "@/lib/features/second-factor/read/queries";
import { demandSecondFactor, resetSecondFactor } from "@/lib/features/second-factor/write/demand";
import {
  beginTotp,
  confirmSession,
  confirmTotp,
  disableTotp,
  renewRecoveryCodes,
} from "@/lib/features/second-factor/write/mutations";
import { removePasskey, startPasskey } from "@/lib/features/second-factor/write/passkeys";
import {
  openPasskeyChallenge,
  consumePasskeyChallenge,
} from "@/lib/features/second-factor/read/passkey-challenge";
import { answerWithCode } from "@/lib/features/second-factor/write/second-step";
import { readTotpKey } from "@/lib/features/second-factor/read/totp";

const START = new Date("2026-11-25T10:00:00Z");
const DEVICE = { userAgent: "Navigateur", address: "127.0.0.1" };
const STEP_MS = 30_000;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let ctx: MadeOrganisation;
let minutes = 0;

/** Advances an hour per test, so that attempts are counted apart. */
let now: Date;
beforeEach(() => {
  now = new Date(START.getTime() + (minutes += 60) * 60_000);
});
const later = (ms: number) => new Date(now.getTime() + ms);

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closeClients();
  await database.drop();
});

type Self = SelfCtx & { token: string };

async function selfOf(who: { actor: { personId: string } }, at = now): Promise<Self> {
  const token = await openSession(who.actor.personId, DEVICE, at);
  const signedIn = (await readSession(token, at))!;
  return { ...signedIn, device: DEVICE, now: at, token };
}

const codeAt = (key: string, at: Date) => generateSync({ secret: key, epoch: at.getTime() / 1000 });

/** Returns the key, the recovery codes and the session. */
async function withTotp(role: "editor" | "viewer" | "owner" = "editor") {
  const member = await makeMember(ctx, role);
  const self = await selfOf(member);
  valueOf(await beginTotp(self, { password: "", next: "/" }));
  const key = readTotpKey((await findFactors(self.person.id)).pending!);
  const { codes, token } = valueOf(await confirmTotp(self, { code: codeAt(key, now) }));
  return { member, self: { ...self, token }, key, codes: codes! };
}

const refusalOf = (outcome: Outcome<unknown>) =>
  outcome.ok
    ? "done"
    : outcome.refusal.kind === "invalid"
      ? outcome.refusal.issues[0]!.key
      : outcome.refusal.kind;

async function eventsOf(personId: string): Promise<string[]> {
  const { rows } = await owner.query<{ event: string }>(
    "SELECT event FROM journal_text WHERE subject_id = $1 AND noun = 'account' ORDER BY seq",
    [personId],
  );
  return rows.map(({ event }) => event);
}

async function lettersTo(email: string): Promise<string[]> {
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ctx.scope.org,
  ]);
  const { rows } = await owner.query<{ template: string }>(
    "SELECT template FROM outbox_mail WHERE to_address = $1 ORDER BY created_at, id",
    [email],
  );
  return rows.map(({ template }) => template);
}

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

  it("says what to do to whoever has no password", async () => {
    const contact = await makeContact(ctx);
    await owner.query("UPDATE person SET password_hash = NULL WHERE id = $1", [contact.actor.personId]);
    const self = await byLetter(contact.actor.personId);
    expect(refusalOf(await beginTotp(self, { password: "anything", next: "/" }))).toBe("noPassword");
  });
});

describe("an authenticator application", () => {
  it("counts from its first code on: noted, told, and with ten recovery codes", async () => {
    const { self, member, codes } = await withTotp();
    expect(new Set(codes).size).toBe(10);
    expect(await signIn({ email: member.email, password: PASSWORD, ...DEVICE }, now)).toMatchObject({
      needsSecondFactor: true,
    });
    expect(await eventsOf(self.person.id)).toEqual(["second-factor.enabled"]);
    expect(await lettersTo(member.email)).toEqual(["second-factor-enabled"]);
  });

  it("counts for nothing before", async () => {
    const member = await makeMember(ctx, "editor");
    const self = await selfOf(member);
    valueOf(await beginTotp(self, { password: "", next: "/" }));
    expect(refusalOf(await confirmTotp(self, { code: "000000" }))).toBe("firstCode");
    expect(await signIn({ email: member.email, password: PASSWORD, ...DEVICE }, now)).toMatchObject({
      needsSecondFactor: false,
    });
  });

  it("is kept sealed, and its codes as keyed hashes", async () => {
    const { key, codes } = await withTotp();
    const { rows } = await owner.query("SELECT encode(sealed, 'escape') AS sealed FROM totp_factor");
    expect(JSON.stringify(rows)).not.toContain(key);
    const hashes = await owner.query("SELECT * FROM recovery_code");
    for (const code of codes) expect(JSON.stringify(hashes.rows)).not.toContain(code);
    const { rows: texts } = await owner.query("SELECT text FROM journal_text");
    for (const secret of [key, ...codes]) expect(JSON.stringify(texts)).not.toContain(secret);
  });

  it("moves the session to a new token and ends those the password opened elsewhere", async () => {
    const member = await makeMember(ctx, "editor");
    const [self, elsewhere] = [await selfOf(member), await selfOf(member)];
    valueOf(await beginTotp(self, { password: "", next: "/" }));
    const key = readTotpKey((await findFactors(self.person.id)).pending!);
    const { token } = valueOf(await confirmTotp(self, { code: codeAt(key, now) }));
    expect(await readSession(self.token, now)).toBeNull();
    expect(await readSession(elsewhere.token, now)).toBeNull();
    expect(await readSession(token, now)).toMatchObject({ sessionId: self.sessionId, secondFactorAt: now });
    expect(await eventsOf(self.person.id)).toEqual(["second-factor.enabled", "session.all-revoked"]);
  });

  it("asks the password of whoever signed in more than ten minutes ago", async () => {
    const member = await makeMember(ctx, "editor");
    const self = { ...(await selfOf(member)), now: later(11 * 60_000) };
    expect(refusalOf(await beginTotp(self, { password: "", next: "/" }))).toBe("required");
    expect(refusalOf(await beginTotp(self, { password: "autre chose", next: "/" }))).toBe("wrongPassword");
    expect(refusalOf(await beginTotp(self, { password: PASSWORD, next: "/" }))).toBe("done");
  });

  it("is given up with password and code, and takes codes and second factors with it", async () => {
    const { self, key, codes } = await withTotp();
    const at = { ...self, now: later(STEP_MS) };
    const code = codeAt(key, at.now);
    expect(refusalOf(await disableTotp(at, { password: "faux", code }))).toBe("wrongPassword");
    expect(refusalOf(await disableTotp(at, { password: PASSWORD, code: "000000" }))).toBe("wrongCode");
    expect(refusalOf(await disableTotp(at, { password: PASSWORD, code }))).toBe("done");
    expect(await readSession(self.token, at.now)).toMatchObject({ secondFactorAt: null });
    const challenge = await openChallenge(self.person.id, "/", at.now);
    expect(refusalOf(await answerWithCode(challenge, codes[0]!, DEVICE, at.now))).toBe("wrongCode");
    expect(await eventsOf(self.person.id)).toEqual([
      "second-factor.enabled",
      "second-factor.failed",
      "second-factor.disabled",
      "second-factor.failed",
    ]);
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

describe("recovery codes", () => {
  it("are renewed ten at a time; the ones before open nothing", async () => {
    const { self, codes } = await withTotp();
    const renewed = valueOf(await renewRecoveryCodes(self, { password: "" }));
    expect(renewed).toHaveLength(10);
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    const challenge = await openChallenge(self.person.id, "/", now);
    expect(refusalOf(await answerWithCode(challenge, codes[0]!, DEVICE, now))).toBe("wrongCode");
    expect(refusalOf(await answerWithCode(challenge, renewed[0]!, DEVICE, now))).toBe("done");
  });

  it("are nobody else's", async () => {
    const [one, other] = [await withTotp(), await withTotp()];
    const challenge = await openChallenge(other.self.person.id, "/", now);
    expect(refusalOf(await answerWithCode(challenge, one.codes[0]!, DEVICE, now))).toBe("wrongCode");
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

describe("an organisation's demand", () => {
  const demanded = async () => {
    const { rows } = await owner.query<{ on: boolean }>(
      `SELECT requires_second_factor AS on FROM organisation WHERE id = $1`,
      [ctx.scope.org],
    );
    return rows[0]!.on;
  };

  it("is an owner's to make, who has a second factor", async () => {
    for (const role of ["dpo", "editor", "viewer"] as const)
      expect(refusalOf(await demandSecondFactor(as(ctx, role), { isDemanded: true }))).toBe("forbidden");
    expect(refusalOf(await demandSecondFactor({ ...ctx, now }, { isDemanded: true }))).toBe("ownFactorFirst");
    expect(await demanded()).toBe(false);
  });

  it("is noted with what stood before, once", async () => {
    const { member } = await withTotp("owner");
    valueOf(await demandSecondFactor({ ...member, now }, { isDemanded: true }));
    valueOf(await demandSecondFactor({ ...member, now }, { isDemanded: true }));
    expect(await demanded()).toBe(true);
    const { rows } = await owner.query<{ text: string }>(
      "SELECT text FROM journal_text WHERE event = 'organisation.updated' AND org_id = $1",
      [ctx.scope.org],
    );
    expect(rows.map(({ text }) => JSON.parse(text))).toMatchObject([
      { before: { requiresSecondFactor: false }, after: { requiresSecondFactor: true } },
    ]);
    valueOf(await demandSecondFactor({ ...member, now }, { isDemanded: false }));
  });
});

describe("resetSecondFactor", () => {
  it("forgets everything, ends every session, and says so to the person and in the organisation's journal", async () => {
    const { member, self, codes } = await withTotp();
    expect(valueOf(await resetSecondFactor({ ...ctx, now }, { memberId: member.actor.memberId }))).toEqual({
      name: member.actor.name,
    });
    expect(await readSession(self.token, now)).toBeNull();
    expect(await findFactors(self.person.id)).toMatchObject({ confirmedAt: null, recoveryLeft: 0 });
    expect(await signIn({ email: member.email, password: PASSWORD, ...DEVICE }, now)).toMatchObject({
      needsSecondFactor: false,
    });
    const challenge = await openChallenge(self.person.id, "/", now);
    expect(refusalOf(await answerWithCode(challenge, codes[0]!, DEVICE, now))).toBe("wrongCode");
    const { rows } = await owner.query(
      "SELECT actor_id FROM journal_text WHERE org_id = $1 AND event = 'second-factor.disabled' AND subject_id = $2",
      [ctx.scope.org, self.person.id],
    );
    expect(rows).toEqual([{ actor_id: ctx.actor.memberId }]);
    expect(await lettersTo(member.email)).toContain("second-factor-reset");
  });

  it("is an owner's, of the only organisation of a member who has a factor, and never one's own", async () => {
    const { member } = await withTotp();
    const memberId = member.actor.memberId;
    for (const role of ["dpo", "editor", "viewer"] as const)
      expect(refusalOf(await resetSecondFactor(as(ctx, role), { memberId }))).toBe("forbidden");
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(refusalOf(await resetSecondFactor(foreign, { memberId }))).toBe("not-found");
    expect(refusalOf(await resetSecondFactor(ctx, { memberId: ctx.actor.memberId }))).toBe("ownFactor");
    const without = await makeMember(ctx, "viewer");
    expect(refusalOf(await resetSecondFactor(ctx, { memberId: without.actor.memberId }))).toBe("noFactor");
    await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
      foreign.scope.org,
    ]);
    await owner.query(
      `INSERT INTO member (id, org_id, person_id, role, name, email, joined_at)
       VALUES (gen_random_uuid(), $1, $2, 'viewer', 'Y', 'y@centre.example', now())`,
      [foreign.scope.org, member.actor.personId],
    );
    expect(refusalOf(await resetSecondFactor({ ...ctx, now }, { memberId }))).toBe("otherOrganisations");
  });

  it("is no owner's to reset for a member who enters a client's portal elsewhere", async () => {
    const [ctx, elsewhere] = [
      await makeOrganisation(database.ownerUrl),
      await makeOrganisation(database.ownerUrl),
    ];
    const member = await makeMember(ctx, "viewer");
    await makeContact(elsewhere, { personId: member.actor.personId });
    const { memberId } = member.actor;
    expect(refusalOf(await resetSecondFactor(ctx, { memberId }))).toBe("answersForClient");
  });
});
