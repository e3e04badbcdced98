import { describe, expect, it } from "vitest";
import { openChallenge } from "@/lib/platform/auth/challenge";
import { signIn } from "@/lib/platform/auth/sign-in";
import { readSession } from "@/lib/platform/request/session-store";
import { makeContact } from "@/prisma/factories/contact";
import { makeUncollectedGrant } from "@/prisma/factories/grant";
import { makeMember } from "@/prisma/factories/member";
import { as, makeOrganisation, PASSWORD } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { findFactors } from "@/lib/features/second-factor/read/queries";
import { revokeGrant } from "@/lib/features/grant/write/mutations";
import { demandSecondFactor, resetSecondFactor } from "@/lib/features/second-factor/write/demand";
import {
  beginTotp,
  confirmTotp,
  disableTotp,
  renewRecoveryCodes,
} from "@/lib/features/second-factor/write/mutations";
import { answerWithCode } from "@/lib/features/second-factor/write/second-step";
import { readTotpKey } from "@/lib/features/second-factor/read/totp";
import {
  DEVICE,
  STEP_MS,
  database,
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

  it("asks the password of whoever signed in more than five minutes ago", async () => {
    const member = await makeMember(ctx, "editor");
    const self = { ...(await selfOf(member)), now: later(5 * 60_000) };
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

  it("is no owner's to reset for a member who audits elsewhere, until the grant ends", async () => {
    const [ctx, elsewhere] = [
      await makeOrganisation(database.ownerUrl),
      await makeOrganisation(database.ownerUrl),
    ];
    const member = await makeMember(ctx, "viewer");
    const { memberId } = member.actor;
    const grant = await makeUncollectedGrant(elsewhere, { email: member.email });
    expect(refusalOf(await resetSecondFactor(ctx, { memberId }))).toBe("audits");
    valueOf(await revokeGrant(elsewhere, { id: grant.id, reason: "Mission annulée" }));
    expect(refusalOf(await resetSecondFactor(ctx, { memberId }))).toBe("noFactor");
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
