import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { readEntry, type JournalText } from "@/lib/domain/journal/event";
import { signIn } from "@/lib/platform/auth/sign-in";
import { openChallenge, findChallenge } from "@/lib/platform/auth/challenge";
import { authClient, closeClients } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { lastToken, lettersTo, makeSelf } from "@/prisma/factories/account";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import {
  confirmEmailChange,
  requestEmailChange,
  revokeEmailChange,
  withdrawEmailChange,
} from "./change-email";
import { changePassword } from "./change-password";
import { findReminderChoice, findToken, listSessions } from "@/lib/features/account/read/queries";
import { endOtherSessions, endSession } from "./end-sessions";
import { remindersSchema } from "@/lib/features/account/schema";
import { updateProfile, updateReminders } from "./mutations";
import { requestReset, resetPassword } from "./reset-password";

const MINUTE = 60_000;
const NEW_PASSWORD = "un tout autre secret de marin";
const DEVICE = { userAgent: "Navigateur", address: "192.0.2.7" };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closeClients();
  await database.drop();
});

const NOW = new Date();
const later = (ms: number) => new Date(NOW.getTime() + ms);
/** Gives each test its own address, so that attempts are counted apart. */
const someDevice = () => ({ ...DEVICE, address: `198.51.100.${(serial += 1)}` });
const organisation = () => makeOrganisation(database.ownerUrl, undefined, NOW);
const person = async (id: string) => (await owner.query("SELECT * FROM person WHERE id = $1", [id])).rows[0];
const memberOf = ({ scope, actor }: MadeOrganisation) =>
  withOrg(scope, (tx) => tx.member.findUniqueOrThrow({ where: { id: actor.memberId } }));
const isOpen = async (token: string, at = NOW) => (await readSession(token, at)) !== null;
const tryPassword = (email: string, password: string) =>
  signIn({ email, password, ...someDevice() }, NOW).then((found) => found !== null);

async function journalOf(chain: string): Promise<JournalText[]> {
  const { rows } = await owner.query(
    "SELECT text FROM journal_text WHERE org_id = $1 ORDER BY seq DESC LIMIT 3",
    [chain],
  );
  return rows.map(({ text }) => readEntry(text)!);
}

async function join(first: MadeOrganisation, second: MadeOrganisation, endedAt: Date | null = null) {
  const id = newId(NOW);
  const { personId, name } = first.actor;
  const stated = { personId, name, email: first.email, role: "viewer", joinedAt: NOW, endedAt };
  await withOrg(second.scope, (tx) => tx.member.create({ data: { id, orgId: second.scope.org, ...stated } }));
  return { ...second, actor: { ...second.actor, memberId: id }, email: first.email };
}

describe("updateReminders", () => {
  it("stores the person's own choice, and gives it back to the form as it is typed", async () => {
    const [ctx, other] = [await organisation(), await organisation()];
    const input = remindersSchema.parse({ channel: "digest", leads: "7; 30" });
    valueOf(await updateReminders(await makeSelf(ctx), input));
    expect(await findReminderChoice(ctx.actor.personId)).toEqual({ channel: "digest", leads: "30, 7" });
    expect(await findReminderChoice(other.actor.personId)).toEqual({ channel: "default", leads: "" });
    expect(remindersSchema.safeParse({ channel: "digest", leads: "soon" }).error?.issues).toMatchObject([
      { path: ["leads"], message: "reminderLeads" },
    ]);
  });
});

describe("updateProfile", () => {
  it("renames the person in every live membership, and says so in each organisation's journal", async () => {
    const first = await organisation();
    const second = await join(first, await organisation());
    const left = await join(first, await organisation(), NOW);
    valueOf(await updateProfile(await makeSelf(first), { name: "Salma Benali", locale: "ar" }));
    expect(await person(first.actor.personId)).toMatchObject({ name: "Salma Benali", locale: "ar" });
    for (const membership of [first, second]) {
      expect(await memberOf(membership)).toMatchObject({ name: "Salma Benali" });
      expect((await journalOf(membership.scope.org))[0]).toMatchObject({
        event: "member.updated",
        actor: { kind: "staff", id: membership.actor.memberId, name: "Salma Idrissi" },
        subject: { id: membership.actor.memberId, label: "Salma Benali" },
        before: { name: "Salma Idrissi" },
        after: { name: "Salma Benali" },
      });
    }
    expect(await memberOf(left)).toMatchObject({ name: "Salma Idrissi" });
    expect((await journalOf(PLATFORM_CHAIN))[0]).toMatchObject({
      event: "account.updated",
      actor: { kind: "person", id: first.actor.personId },
    });
  });

  it("journals no change of language alone", async () => {
    const ctx = await organisation();
    const before = await journalOf(PLATFORM_CHAIN);
    valueOf(await updateProfile(await makeSelf(ctx), { name: ctx.actor.name, locale: "en" }));
    expect(await person(ctx.actor.personId)).toMatchObject({ locale: "en" });
    expect(await journalOf(PLATFORM_CHAIN)).toEqual(before);
  });

  it("lets the authentication role touch nobody else's membership, and no role", async () => {
    const ctx = await organisation();
    const auth = new Client({ connectionString: database.authUrl });
    await auth.connect();
    try {
      await auth.query("SELECT set_config('app.person', $1, false)", [(await organisation()).actor.personId]);
      const { rowCount } = await auth.query("UPDATE member SET name = 'x' WHERE id = $1", [
        ctx.actor.memberId,
      ]);
      expect(rowCount).toBe(0);
      await expect(auth.query("UPDATE member SET role = 'owner'")).rejects.toThrow(/permission denied/);
    } finally {
      await auth.end();
    }
  });
});

describe("changePassword", () => {
  it("ends every other session, forgets half sign-ins and reset links, and writes to the person", async () => {
    const ctx = await organisation();
    const self = await makeSelf(ctx);
    const other = await makeSelf(ctx);
    await requestReset({ email: ctx.email }, someDevice(), NOW);
    const link = await lastToken(database.ownerUrl, ctx.email, "password-reset");
    const challenge = await openChallenge(ctx.actor.personId, "/", NOW);
    const { personId } = ctx.actor;
    const waiting = { personId, startedAt: NOW, sealed: new Uint8Array(1) };
    await authClient().totpFactor.create({ data: waiting });
    valueOf(await changePassword(self, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }));
    expect(await isOpen(self.token)).toBe(true);
    expect(await isOpen(other.token)).toBe(false);
    expect((await findToken("password-reset", link, NOW)).state).toBe("expired");
    expect(await findChallenge(challenge, NOW)).toBeNull();
    // A key set up under the old password must not be confirmable under the new one.
    expect(await authClient().totpFactor.findUnique({ where: { personId } })).toMatchObject({ sealed: null });
    expect(await tryPassword(ctx.email, PASSWORD)).toBe(false);
    expect(await tryPassword(ctx.email, NEW_PASSWORD)).toBe(true);
    const letters = await lettersTo(database.ownerUrl, ctx.email);
    expect(letters.filter(({ template }) => template === "password-changed")).toMatchObject([
      { orgId: ctx.scope.org },
    ]);
    const { rows } = await owner.query("SELECT text FROM journal_text WHERE event = 'password.changed'");
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain(NEW_PASSWORD);
  });

  it.each([
    [{ currentPassword: "ce n’est pas lui du tout" }, "currentPassword", "passwordWrong"],
    [{ newPassword: PASSWORD }, "newPassword", "passwordSame"],
    [{ newPassword: "Salma-Idrissi-2026" }, "newPassword", "passwordOwnWords"],
  ])("refuses %j", async (stated, path, key) => {
    const ctx = await organisation();
    const outcome = await changePassword(await makeSelf(ctx), {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      ...stated,
    });
    expect(outcome).toMatchObject({ refusal: { kind: "invalid", issues: [{ path, key }] } });
    expect(await tryPassword(ctx.email, PASSWORD)).toBe(true);
  });

  it("stops guessing at an open session after eight tries", async () => {
    const self = await makeSelf(await organisation());
    const guess = (currentPassword: string) =>
      changePassword(self, { currentPassword, newPassword: NEW_PASSWORD });
    for (let tries = 0; tries < 8; tries += 1) await guess(`essai numéro ${tries}`);
    expect(await guess(PASSWORD)).toMatchObject({ refusal: { issues: [{ key: "tooManyTries" }] } });
  });

  it("lets one of two changes at once stand", async () => {
    const self = await makeSelf(await organisation());
    const change = (newPassword: string) => changePassword(self, { currentPassword: PASSWORD, newPassword });
    const outcomes = await Promise.all([change(NEW_PASSWORD), change(`${NEW_PASSWORD} et plus`)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("requestReset", () => {
  it("answers alike for a known, an unknown and a disabled address, and after the letters of the hour", async () => {
    const [known, disabled] = [await organisation(), await organisation()];
    await owner.query("UPDATE person SET disabled_at = now() WHERE id = $1", [disabled.actor.personId]);
    const ask = async (email: string) => JSON.stringify(await requestReset({ email }, someDevice(), NOW));
    const outcomes = [await ask(known.email), await ask("personne@nulle.example"), await ask(disabled.email)];
    for (let more = 0; more < 4; more += 1) outcomes.push(await ask(known.email));
    expect(new Set(outcomes).size).toBe(1);
    expect(await lettersTo(database.ownerUrl, known.email)).toHaveLength(3);
    expect(await lettersTo(database.ownerUrl, disabled.email)).toEqual([]);
    expect(await lettersTo(database.ownerUrl, "personne@nulle.example")).toEqual([]);
  });

  it("tells a network address that it asks too often, whoever it asks about", async () => {
    const device = someDevice();
    for (let i = 0; i < 20; i += 1) await requestReset({ email: `a${i}@b.example` }, device, NOW);
    expect(await requestReset({ email: "z@b.example" }, device, NOW)).toMatchObject({
      refusal: { issues: [{ key: "tooManyTries" }] },
    });
  });

  it("queues the letter in the only organisation, else in the platform's outbox, and keeps no token", async () => {
    const alone = await organisation();
    const several = await organisation();
    await join(several, await organisation());
    await requestReset({ email: alone.email }, someDevice(), NOW);
    await requestReset({ email: several.email }, someDevice(), NOW);
    expect(await lettersTo(database.ownerUrl, alone.email)).toMatchObject([{ orgId: alone.scope.org }]);
    expect(await lettersTo(database.ownerUrl, several.email)).toMatchObject([{ orgId: PLATFORM_CHAIN }]);
    const token = await lastToken(database.ownerUrl, alone.email, "password-reset");
    const { rows } = await owner.query("SELECT * FROM account_token");
    const stored = [rows, (await lettersTo(database.ownerUrl, alone.email)).map(({ params }) => params)];
    expect(JSON.stringify(stored)).not.toContain(token);
    const [entry] = await journalOf(PLATFORM_CHAIN);
    expect(entry).toMatchObject({
      event: "password.reset-requested",
      subject: { id: several.actor.personId },
    });
  });
});

describe("resetPassword", () => {
  async function asked() {
    const ctx = await organisation();
    await requestReset({ email: ctx.email }, someDevice(), NOW);
    return { ctx, token: await lastToken(database.ownerUrl, ctx.email, "password-reset") };
  }
  const reset = (token: string, at = NOW) => resetPassword({ token, newPassword: NEW_PASSWORD }, DEVICE, at);

  it("sets the password once for ten at a time, ends every session and opens none", async () => {
    const { ctx, token } = await asked();
    const sessions = [await makeSelf(ctx), await makeSelf(ctx)];
    const challenge = await openChallenge(ctx.actor.personId, "/", NOW);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => reset(token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const session of sessions) expect(await isOpen(session.token)).toBe(false);
    expect(await listSessions(ctx.actor.personId, NOW)).toEqual([]);
    expect(await findChallenge(challenge, NOW)).toBeNull();
    expect(await tryPassword(ctx.email, NEW_PASSWORD)).toBe(true);
    expect(await tryPassword(ctx.email, PASSWORD)).toBe(false);
    const letters = await lettersTo(database.ownerUrl, ctx.email);
    expect(letters.map(({ template }) => template).sort()).toEqual(["password-changed", "password-reset"]);
    const { rows } = await owner.query(
      "SELECT 1 FROM journal_text WHERE event = 'password.reset' AND subject_id = $1",
      [ctx.actor.personId],
    );
    expect(rows).toHaveLength(1);
  });

  it("knows used, expired, overtaken, foreign and invented links, and does nothing with them", async () => {
    const { ctx, token } = await asked();
    const state = async (of: string, at = NOW) => (await findToken("password-reset", of, at)).state;
    expect(await state(token)).toBe("good");
    expect(await state(token, later(30 * MINUTE))).toBe("expired");
    expect(await reset(token, later(30 * MINUTE))).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await state("inventé")).toBe("unknown");
    expect((await findToken("email-change", token, NOW)).state).toBe("unknown");
    await requestReset({ email: ctx.email }, someDevice(), later(MINUTE));
    expect(await state(token, later(MINUTE))).toBe("expired");
    const newer = await lastToken(database.ownerUrl, ctx.email, "password-reset");
    valueOf(await reset(newer, later(MINUTE)));
    expect(await state(newer, later(MINUTE))).toBe("used");
    expect(await reset(newer, later(MINUTE))).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("opens nothing for an account disabled since", async () => {
    const { ctx, token } = await asked();
    await owner.query("UPDATE person SET disabled_at = now() WHERE id = $1", [ctx.actor.personId]);
    expect((await findToken("password-reset", token, NOW)).state).toBe("unknown");
    expect(await reset(token)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("does not spend the link on a password that leans on the person's own words", async () => {
    const { token } = await asked();
    expect(await resetPassword({ token, newPassword: "salma.idrissi.42" }, DEVICE, NOW)).toMatchObject({
      refusal: { issues: [{ path: "newPassword", key: "passwordOwnWords" }] },
    });
    valueOf(await reset(token));
  });

  it("frees the account of the tries that led there", async () => {
    const { ctx, token } = await asked();
    for (let tries = 0; tries < 8; tries += 1) await tryPassword(ctx.email, "je ne sais plus");
    await expect(tryPassword(ctx.email, PASSWORD)).rejects.toThrow("locked");
    valueOf(await reset(token));
    expect(await tryPassword(ctx.email, NEW_PASSWORD)).toBe(true);
  });
});

describe("a change of address", () => {
  async function asked(email = `nouvelle-${(serial += 1)}@centre.example`) {
    const ctx = await organisation();
    const self = await makeSelf(ctx);
    valueOf(await requestEmailChange(self, { email, currentPassword: PASSWORD }));
    return { ctx, self, email, token: await lastToken(database.ownerUrl, email, "email-change") };
  }

  it("changes nothing until the link in the new letter-box is confirmed, then everything", async () => {
    const { ctx, self, email, token } = await asked();
    const second = await join(ctx, await organisation());
    const other = await makeSelf(ctx);
    expect(await person(ctx.actor.personId)).toMatchObject({ email: ctx.email });
    expect(await findToken("email-change", token, NOW)).toMatchObject({ state: "good", email });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => confirmEmailChange({ token }, self.sessionId, NOW)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await person(ctx.actor.personId)).toMatchObject({ email });
    for (const membership of [ctx, second]) {
      expect(await memberOf(membership)).toMatchObject({ email });
      expect((await journalOf(membership.scope.org))[0]).toMatchObject({
        event: "member.updated",
        before: { email: ctx.email },
        after: { email },
      });
    }
    expect((await journalOf(PLATFORM_CHAIN))[0]).toMatchObject({
      event: "email.changed",
      before: { email: ctx.email },
      after: { email },
    });
    expect(await isOpen(self.token)).toBe(true);
    expect(await isOpen(other.token)).toBe(false);
    expect(await tryPassword(email, PASSWORD)).toBe(true);
    expect(await tryPassword(ctx.email, PASSWORD)).toBe(false);
    const letters = await lettersTo(database.ownerUrl, ctx.email);
    expect(letters.map(({ template }) => template).sort()).toEqual(["email-change-notice", "email-changed"]);
  });

  it("asks for the password, and for another address", async () => {
    const ctx = await organisation();
    const self = await makeSelf(ctx);
    expect(
      await requestEmailChange(self, { email: "x@centre.example", currentPassword: "pas celui-là" }),
    ).toMatchObject({ refusal: { issues: [{ path: "currentPassword", key: "passwordWrong" }] } });
    expect(await requestEmailChange(self, { email: ctx.email, currentPassword: PASSWORD })).toMatchObject({
      refusal: { issues: [{ path: "email", key: "emailSame" }] },
    });
    expect(await lettersTo(database.ownerUrl, "x@centre.example")).toEqual([]);
  });

  it("asks for the second factor again where there is one: given ten minutes ago, it proves nobody", async () => {
    const ctx = await organisation();
    const self = await makeSelf(ctx);
    await authClient().passkey.create({
      data: {
        ...{ id: crypto.randomUUID(), personId: ctx.actor.personId, name: "Clé", counter: 0 },
        ...{ credentialId: crypto.randomUUID(), publicKey: new Uint8Array(1), createdAt: NOW },
      },
    });
    const ask = (secondFactorAt: Date | null) =>
      requestEmailChange(
        { ...self, secondFactorAt },
        { email: `facteur-${(serial += 1)}@centre.example`, currentPassword: PASSWORD },
      );
    const refused = { refusal: { issues: [{ key: "factorFirst" }] } };
    expect(await ask(null)).toMatchObject(refused);
    expect(await ask(later(-10 * MINUTE))).toMatchObject(refused);
    // A recent second factor does not replace the password.
    const guessed = { email: "autre@centre.example", currentPassword: "une autre phrase assez longue" };
    expect(await requestEmailChange({ ...self, secondFactorAt: later(-9 * MINUTE) }, guessed)).toMatchObject({
      refusal: { issues: [{ key: "passwordWrong" }] },
    });
    expect((await ask(later(-9 * MINUTE))).ok).toBe(true);
  });

  it("is answered alike for an address that is taken, which nobody gets", async () => {
    const taken = (await organisation()).email;
    const [free, foreign] = [await asked(), await asked(taken)];
    expect(await confirmEmailChange({ token: foreign.token }, undefined, NOW)).toMatchObject({
      refusal: { kind: "invalid", issues: [{ key: "emailUnusable" }] },
    });
    expect(await person(foreign.ctx.actor.personId)).toMatchObject({ email: foreign.ctx.email });
    const templates = async (address: string) =>
      (await lettersTo(database.ownerUrl, address)).map(({ template }) => template);
    expect(await templates(taken)).toEqual(await templates(free.email));
  });

  it("is over after an hour, when it is taken back, and when a newer one was asked for", async () => {
    const { ctx, self, token } = await asked();
    expect(await confirmEmailChange({ token }, undefined, later(60 * MINUTE))).toMatchObject({ ok: false });
    const at = later(MINUTE);
    const newer = `autre-${(serial += 1)}@centre.example`;
    valueOf(await requestEmailChange({ ...self, now: at }, { email: newer, currentPassword: PASSWORD }));
    expect(await confirmEmailChange({ token }, undefined, at)).toMatchObject({ ok: false });
    valueOf(await withdrawEmailChange({ ...self, now: at }));
    const last = await lastToken(database.ownerUrl, newer, "email-change");
    expect(await confirmEmailChange({ token: last }, undefined, at)).toMatchObject({ ok: false });
    expect(await person(ctx.actor.personId)).toMatchObject({ email: ctx.email });
  });

  it("is stopped from the present letter-box, which signs out whoever asked", async () => {
    const { ctx, self, token } = await asked();
    const keep = await lastToken(database.ownerUrl, ctx.email, "email-change-notice");
    valueOf(await revokeEmailChange({ token: keep }, NOW));
    expect(await isOpen(self.token)).toBe(false);
    expect(await confirmEmailChange({ token }, undefined, NOW)).toMatchObject({ ok: false });
    expect(await revokeEmailChange({ token: keep }, NOW)).toMatchObject({ ok: false });
    expect((await journalOf(PLATFORM_CHAIN))[0]).toMatchObject({ event: "email.change-stopped" });
  });
});

describe("the link that keeps an address", () => {
  async function changed() {
    const ctx = await organisation();
    const self = await makeSelf(ctx);
    const email = `nouvelle-${(serial += 1)}@centre.example`;
    valueOf(await requestEmailChange(self, { email, currentPassword: PASSWORD }));
    const keep = await lastToken(database.ownerUrl, ctx.email, "email-change-notice");
    const token = await lastToken(database.ownerUrl, email, "email-change");
    valueOf(await confirmEmailChange({ token }, self.sessionId, NOW));
    return { ctx, self, email, keep };
  }

  it("gives it back for seven days once the change was confirmed, and ends every session", async () => {
    const { ctx, self, keep } = await changed();
    valueOf(await revokeEmailChange({ token: keep }, later(6 * 24 * 60 * MINUTE)));
    expect(await person(ctx.actor.personId)).toMatchObject({ email: ctx.email });
    expect(await memberOf(ctx)).toMatchObject({ email: ctx.email });
    expect(await isOpen(self.token)).toBe(false);
    expect(await revokeEmailChange({ token: keep }, NOW)).toMatchObject({ ok: false });
  });

  it("is not killed by another change that is asked for afterwards, and ends after a week", async () => {
    const { ctx, self, email, keep } = await changed();
    const again = { ...self, person: { ...self.person, email } };
    valueOf(await requestEmailChange(again, { email: "encore@centre.example", currentPassword: PASSWORD }));
    valueOf(await withdrawEmailChange(again));
    expect((await findToken("email-restore", keep, NOW)).state).toBe("good");
    expect(await revokeEmailChange({ token: keep }, later(7 * 24 * 60 * MINUTE))).toMatchObject({
      ok: false,
    });
    valueOf(await revokeEmailChange({ token: keep }, NOW));
    expect(await person(ctx.actor.personId)).toMatchObject({ email: ctx.email });
  });
});

describe("an address of both sides", () => {
  it("becomes neither a member's that is a contact's, nor a contact's that is the processor's", async () => {
    const ctx = await organisation();
    const contact = await makeContact(ctx);
    const change = async (of: Parameters<typeof makeSelf>[0], email: string) => {
      const self = await makeSelf(of);
      valueOf(await requestEmailChange(self, { email, currentPassword: PASSWORD }));
      const token = await lastToken(database.ownerUrl, email, "email-change");
      return confirmEmailChange({ token }, self.sessionId, NOW);
    };
    const unusable = { refusal: { issues: [{ key: "emailUnusable" }] } };
    expect(await change(ctx, contact.email)).toMatchObject(unusable);
    const elsewhere = await organisation();
    await makeContact(ctx, { personId: elsewhere.actor.personId });
    expect(await change(elsewhere, `direction-${(serial += 1)}@centre.example`)).toMatchObject(unusable);
    expect((await change(elsewhere, `direction-${(serial += 1)}@orvelle.example`)).ok).toBe(true);
  });
});

describe("sessions", () => {
  it("lists what still opens, and nobody else's", async () => {
    const ctx = await organisation();
    const self = await makeSelf(ctx);
    await makeSelf(await organisation());
    const idle = await openSession(ctx.actor.personId, DEVICE, later(-121 * MINUTE));
    expect(await isOpen(idle)).toBe(false);
    const listed = await listSessions(ctx.actor.personId, NOW);
    expect(listed.map(({ id }) => id)).toEqual([self.sessionId]);
  });

  it("ends one of one's own, once, and notes which", async () => {
    const ctx = await organisation();
    const [self, other] = [await makeSelf(ctx), await makeSelf(ctx)];
    valueOf(await endSession(self, { id: other.sessionId }));
    expect(await isOpen(other.token)).toBe(false);
    expect(await isOpen(self.token)).toBe(true);
    expect((await journalOf(PLATFORM_CHAIN))[0]).toMatchObject({
      event: "session.revoked",
      subject: { noun: "session", id: other.sessionId },
      actor: { id: ctx.actor.personId },
    });
    expect(await endSession(self, { id: other.sessionId })).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("does not find somebody else's", async () => {
    const [mine, theirs] = [await makeSelf(await organisation()), await makeSelf(await organisation())];
    expect(await endSession(mine, { id: theirs.sessionId })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await isOpen(theirs.token)).toBe(true);
  });

  it("ends all others at once", async () => {
    const ctx = await organisation();
    const [self, ...others] = [await makeSelf(ctx), await makeSelf(ctx), await makeSelf(ctx)];
    expect(valueOf(await endOtherSessions(self))).toEqual({ ended: 2 });
    for (const other of others) expect(await isOpen(other.token)).toBe(false);
    expect(await isOpen(self.token)).toBe(true);
    expect((await journalOf(PLATFORM_CHAIN))[0]).toMatchObject({
      event: "session.all-revoked",
      after: { endedSessions: 2 },
    });
    expect(valueOf(await endOtherSessions(self))).toEqual({ ended: 0 });
  });
});
