import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endContact, inviteContact } from "@/lib/features/contact/write/mutations";
import { contactInviteSchema } from "@/lib/features/contact/schema";
import { openSealed } from "@/lib/platform/secrets/seal";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { newToken } from "@/lib/platform/secrets/token";
import { withOrg } from "@/lib/platform/database/transaction";
import { lettersTo } from "@/prisma/factories/account";
import { makeContact } from "@/prisma/factories/contact";
import { makeMember } from "@/prisma/factories/member";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findLink } from "@/lib/features/link-sign-in/read/find-link";
import { LINK_LIMITS } from "@/lib/features/link-sign-in/schema";
import { requestLink, signInByLink } from "./mutations";

const DEVICE = { userAgent: "Firefox", address: "192.0.2.7" };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

/** Gives each test its own network, so that attempts are counted apart. */
const device = () => ({ ...DEVICE, address: `192.0.2.${(serial += 1)}` });

async function invite(stated: Record<string, unknown> = {}) {
  serial += 1;
  const email = `invited-${serial}@voltiris.example`;
  const { id: controllerId } = await makeController(ctx);
  const input = contactInviteSchema.parse({
    controllerId,
    name: "Claire",
    email,
    role: "signatory",
    ...stated,
  });
  return { ...valueOf(await inviteContact(ctx, input)), email: input.email, controllerId };
}

/** Requests a link and returns the letter's contents. */
async function ask(email: string, { now = ctx.now, held = "", from = device() } = {}) {
  const { browser } = valueOf(await requestLink({ email, next: "/portal" }, held, from, now));
  const letter = (await lettersTo(database.ownerUrl, email))
    .filter((it) => it.template === "portal-sign-in")
    .at(-1);
  const { link = "", code = "" } = letter?.secrets ?? {};
  return { browser, code, token: /link\/([\w-]+)/.exec(link)?.[1] ?? "", returnPath: "/portal" };
}

describe("a link to sign in", () => {
  it("lets an invited person in once, in the browser that asked, and takes the invitation up", async () => {
    const { id, email } = await invite();
    const asked = await ask(email);
    const attempt = { ...asked, code: "" };
    const entered = await signInByLink(attempt, device(), ctx.now);
    expect(entered).toMatchObject({ email, means: "link", needsSecondFactor: false });
    const token = await openSession(entered.id, DEVICE, ctx.now, "link");
    expect((await readSession(token, ctx.now))?.contacts).toMatchObject([{ id, role: "signatory" }]);
    expect(await signInByLink(attempt, device(), ctx.now)).toMatchObject({
      refusedAt: expect.stringContaining("problem=expired"),
    });
    const [last] = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 1 }),
    );
    expect(last).toMatchObject({ event: "contact.accepted", subjectId: id });
  });

  it("opens nothing in another browser, where its code opens nothing either", async () => {
    const { email } = await invite();
    const { token, code, returnPath } = await ask(email);
    for (const browser of ["", newToken()])
      expect(await signInByLink({ token, code, browser, returnPath }, device(), ctx.now)).toMatchObject({
        id: "",
      });
  });

  it("gives way to its code, typed with spaces or in Arabic figures", async () => {
    const { email } = await invite();
    const { browser, code, returnPath } = await ask(email);
    const arabic = [...code].map((digit) => String.fromCharCode(0x660 + Number(digit))).join("");
    const typed = ` ${arabic.slice(0, 3)} ${arabic.slice(3)} `;
    expect(
      await signInByLink({ token: "", code: typed, browser, returnPath }, device(), ctx.now),
    ).toMatchObject({
      email,
    });
  });

  it("is over after five wrong codes, and after a quarter of an hour", async () => {
    const { email } = await invite();
    const { browser, token, code, returnPath } = await ask(email);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let at = 0; at < LINK_LIMITS.tries; at += 1)
      expect(
        await signInByLink({ token: "", code: wrong, browser, returnPath }, device(), ctx.now),
      ).toMatchObject({
        refusedAt: expect.stringContaining("problem=wrong"),
      });
    expect(await signInByLink({ token, code, browser, returnPath }, device(), ctx.now)).toMatchObject({
      id: "",
    });
    const late = await ask(email);
    const after = new Date(ctx.now.getTime() + LINK_LIMITS.lifeMs);
    expect(await signInByLink(late, device(), after)).toMatchObject({ id: "" });
  });

  it("takes twenty codes a day from strangers, after which the link itself still opens", async () => {
    const { email } = await invite();
    const guess = async () => {
      const { browser, code, returnPath } = await ask(email);
      const wrong = code === "000000" ? "000001" : "000000";
      return signInByLink({ token: "", code: wrong, browser, returnPath }, device(), ctx.now);
    };
    for (let at = 0; at < 20; at += 1)
      expect(await guess()).toMatchObject({ refusedAt: expect.stringContaining("problem=wrong") });
    const now = new Date(ctx.now.getTime() + 60_000);
    const asked = await ask(email, { now });
    expect(await signInByLink({ ...asked, token: "" }, device(), now)).toMatchObject({
      refusedAt: expect.stringContaining("problem=codes"),
    });
    expect(await signInByLink({ ...asked, code: "" }, device(), now)).toMatchObject({ email });
  });

  it("is written to nobody who is unknown, ended, or a member alone, and answers alike", async () => {
    const contact = await makeContact(ctx);
    valueOf(await endContact(ctx, { id: contact.actor.contactId, reason: "Départ" }));
    for (const email of ["nobody@voltiris.example", contact.email, ctx.email]) {
      const asked = await ask(email);
      expect(asked.token).toBe("");
      expect(await signInByLink({ ...asked, code: "123456" }, device(), ctx.now)).toMatchObject({ id: "" });
    }
  });

  it("does not open the console to a member of one organisation who is a contact in another", async () => {
    const elsewhere = await makeOrganisation(database.ownerUrl);
    const member = await makeMember(elsewhere, "viewer", "autre.example");
    const { email } = await invite({ email: member.email });
    const entered = await signInByLink(await ask(email), device(), ctx.now);
    expect(entered.id).toBe(member.actor.personId);
    const byLink = await readSession(await openSession(entered.id, DEVICE, ctx.now, "link+totp"), ctx.now);
    const byPassword = await readSession(await openSession(entered.id, DEVICE, ctx.now), ctx.now);
    expect([byLink?.memberships.length, byPassword?.memberships.length]).toEqual([0, 1]);
    expect([byLink?.contacts.length, byPassword?.contacts.length]).toEqual([1, 1]);
  });

  const countLetters = async (email: string) =>
    (await lettersTo(database.ownerUrl, email)).filter(({ template }) => template === "portal-sign-in")
      .length;

  it("is mailed six times an hour to whoever asks, whichever address of their network it comes from", async () => {
    const { email } = await invite();
    for (let at = 0; at < 8; at += 1)
      await ask(email, { from: { ...DEVICE, address: `2001:db8:7:7::${at}` } });
    expect(await countLetters(email)).toBe(6);
    await ask(email);
    expect(await countLetters(email)).toBe(7);
  });

  it("is not kept from its addressee by strangers who use up the letters of the hour", async () => {
    const contact = await makeContact(ctx);
    const { email } = contact;
    for (let at = 0; at < 30; at += 1) await ask(email);
    expect(await countLetters(email)).toBe(24);
    const known = { from: { ...DEVICE, address: "198.51.100.9" } };
    await ask(email, known);
    expect(await countLetters(email)).toBe(24);
    await openSession(contact.actor.personId, known.from, ctx.now, "link");
    await ask(email, known);
    expect(await countLetters(email)).toBe(25);
  });

  it("is sent again as it is to the browser that asks twice, so that either letter opens", async () => {
    const { email } = await invite();
    const first = await ask(email);
    const later = new Date(ctx.now.getTime() + LINK_LIMITS.lifeMs - 60_000);
    const again = await ask(email, { held: first.browser, now: later });
    expect(again).toEqual(first);
    expect(await countLetters(email)).toBe(2);
    const after = new Date(later.getTime() + 120_000);
    expect(await signInByLink(first, device(), after)).toMatchObject({ email });
    expect((await ask(email, { held: first.browser, now: after })).browser).not.toBe(first.browser);
  });

  it("stays good in the browser that asks once too often, or for somebody else", async () => {
    const { email } = await invite();
    const from = device();
    const first = await ask(email, { from });
    for (let at = 0; at < 6; at += 1)
      expect((await ask(email, { held: first.browser, from })).browser).toBe(first.browser);
    const other = await ask("nobody@voltiris.example", { held: first.browser });
    expect(other.browser).not.toBe(first.browser);
    expect(await signInByLink(first, device(), ctx.now)).toMatchObject({ email });
  });

  it("tells by the browser's name of no address whether it is known", async () => {
    const { email } = await invite();
    for (const address of [email, "nobody@voltiris.example"]) {
      let { browser } = await ask(address);
      const named = browser;
      for (const minutes of [14, 20, 34]) {
        const now = new Date(ctx.now.getTime() + minutes * 60_000);
        ({ browser } = await ask(address, { held: browser, now }));
        expect(browser, `${address} after ${minutes} minutes`).toBe(named);
      }
    }
  });

  it("has a code to type once a letter bears it, also where the first asking went out in none", async () => {
    const email = `late-${process.pid}@voltiris.example`;
    const { browser } = await ask(email);
    await invite({ email });
    const asked = await ask(email, { held: browser });
    expect(asked.browser).toBe(browser);
    expect(openSealed("sign-in-code", (await findLink(browser, ctx.now))!.sealedCode)).toMatch(/^\d{6}$/);
    expect(await signInByLink(asked, device(), ctx.now)).toMatchObject({ email });
  });

  it("has a code that can be guessed only where a letter bears it", async () => {
    const { email } = await invite();
    const codeOf = async (address: string) => {
      const { browser } = await ask(address);
      return openSealed("sign-in-code", (await findLink(browser, ctx.now))!.sealedCode);
    };
    for (let letter = 0; letter < 24; letter += 1) expect(await codeOf(email)).toMatch(/^\d{6}$/);
    for (const address of [email, "nobody@voltiris.example"])
      expect((await codeOf(address)).length, address).toBeGreaterThan(40);
  });
});
