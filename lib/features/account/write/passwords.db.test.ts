import { describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { openChallenge, findChallenge } from "@/lib/platform/auth/challenge";
import { isRefusalJournalled } from "@/lib/platform/auth/refusal-counts";
import { authClient } from "@/lib/platform/database/clients";
import { lastToken, lettersTo, makeSelf } from "@/prisma/factories/account";
import { PASSWORD } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { changePassword } from "./change-password";
import { findToken, listSessions } from "@/lib/features/account/read/queries";
import { requestReset, resetPassword } from "./reset-password";
import {
  MINUTE,
  DEVICE,
  database,
  owner,
  NOW,
  later,
  someDevice,
  organisation,
  isOpen,
  tryPassword,
  journalOf,
  join,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();
const NEW_PASSWORD = "un tout autre secret de marin";

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

  it("counts all addresses of an IPv6 network as one", async () => {
    const outcomes = [];
    for (let host = 1; host <= 25; host += 1) {
      const device = { ...DEVICE, address: `2001:db8:77:1::${host.toString(16)}` };
      outcomes.push(await requestReset({ email: `c${host}@b.example` }, device, NOW));
    }
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
  });

  it("writes requests that send nothing only up to the hour's limit of refusals, and each that sends a letter", async () => {
    const device = { ...DEVICE, address: "2001:db8:78:1::1" };
    const written = async () => {
      const { rows } = await owner.query(
        "SELECT FROM journal_text WHERE event = 'password.reset-requested' AND text LIKE '%2001:db8:78:1::1%'",
      );
      return rows.length;
    };
    for (let turn = 0; turn < 20; turn += 1) await isRefusalJournalled(device.address, NOW);
    for (let turn = 0; turn < 15; turn += 1) await requestReset({ email: `d${turn}@b.example` }, device, NOW);
    expect(await written()).toBe(10);
    const several = await organisation();
    await join(several, await organisation());
    await requestReset({ email: several.email }, device, NOW);
    expect(await lettersTo(database.ownerUrl, several.email)).toHaveLength(1);
    expect(await written()).toBe(11);
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
