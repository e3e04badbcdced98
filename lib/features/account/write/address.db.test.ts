import { describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { authClient } from "@/lib/platform/database/clients";
import { lastToken, lettersTo, makeSelf } from "@/prisma/factories/account";
import { makeContact } from "@/prisma/factories/contact";
import { PASSWORD } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import {
  confirmEmailChange,
  requestEmailChange,
  revokeEmailChange,
  withdrawEmailChange,
} from "./change-email";
import { findToken } from "@/lib/features/account/read/queries";
import {
  MINUTE,
  database,
  nextSerial,
  NOW,
  later,
  organisation,
  person,
  memberOf,
  isOpen,
  tryPassword,
  journalOf,
  join,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();

describe("a change of address", () => {
  async function asked(email = `nouvelle-${nextSerial()}@centre.example`) {
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
        id: crypto.randomUUID(),
        personId: ctx.actor.personId,
        name: "Clé",
        counter: 0,
        credentialId: crypto.randomUUID(),
        publicKey: new Uint8Array(1),
        createdAt: NOW,
      },
    });
    const ask = (secondFactorAt: Date | null) =>
      requestEmailChange(
        { ...self, secondFactorAt },
        { email: `facteur-${nextSerial()}@centre.example`, currentPassword: PASSWORD },
      );
    const refused = { refusal: { issues: [{ key: "factorFirst" }] } };
    expect(await ask(null)).toMatchObject(refused);
    expect(await ask(later(-10 * MINUTE))).toMatchObject(refused);
    // A recent second factor does not replace the password.
    const guessed = { email: "autre@centre.example", currentPassword: "une autre phrase assez longue" };
    expect(await requestEmailChange({ ...self, secondFactorAt: later(-9 * MINUTE) }, guessed)).toMatchObject({
      refusal: { issues: [{ key: "passwordWrong" }] },
    });
    expect((await ask(later(-4 * MINUTE))).ok).toBe(true);
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
    const newer = `autre-${nextSerial()}@centre.example`;
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
    const email = `nouvelle-${nextSerial()}@centre.example`;
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
    expect(await change(elsewhere, `direction-${nextSerial()}@centre.example`)).toMatchObject(unusable);
    expect((await change(elsewhere, `direction-${nextSerial()}@orvelle.example`)).ok).toBe(true);
  });
});
