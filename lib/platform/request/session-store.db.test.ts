import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import { makeOrganisation, PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { addMark } from "@/lib/platform/auth/known-device";
import { signIn } from "@/lib/platform/auth/sign-in";
import { isSessionLive, LONGEST_SESSION, sessionLimits } from "@/lib/domain/account/session-limits";
import { openSession, readSession, revokeSession } from "./session-store";

const NOW = new Date("2026-11-25T10:00:00Z");
const HOUR = 3_600_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const DEVICE = { userAgent: "Navigateur", address: "127.0.0.1" };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe("a session", () => {
  it("is known by a token that is stored nowhere", async () => {
    const token = await openSession(ctx.actor.personId, DEVICE, NOW);
    expect(await readSession(token, NOW)).toMatchObject({
      person: { id: ctx.actor.personId, email: ctx.email },
    });
    expect(await readSession(`${token}x`, NOW)).toBeNull();
    const { rows } = await owner.query("SELECT * FROM session");
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("ends when revoked, when nobody uses it, and at the end of a working day", async () => {
    const revoked = await openSession(ctx.actor.personId, DEVICE, NOW);
    await revokeSession(revoked, NOW);
    expect(await readSession(revoked, NOW)).toBeNull();

    const idle = await openSession(ctx.actor.personId, DEVICE, NOW);
    expect(await readSession(idle, later(HOUR))).not.toBeNull();
    expect(await readSession(idle, later(2 * HOUR + 1))).toBeNull();

    const used = await openSession(ctx.actor.personId, DEVICE, NOW);
    for (let ms = 0; ms < LONGEST_SESSION.absoluteMs; ms += HOUR)
      expect(await readSession(used, later(ms))).not.toBeNull();
    expect(await readSession(used, later(LONGEST_SESSION.absoluteMs))).toBeNull();
  });

  it("lasts by what opened it and what it opens", async () => {
    const letter = await openSession(ctx.actor.personId, DEVICE, NOW, "link");
    for (let ms = 0; ms < 8 * HOUR; ms += HOUR) expect(await readSession(letter, later(ms))).not.toBeNull();
    expect(await readSession(letter, later(8 * HOUR))).toBeNull();

    const open = { expiresAt: later(LONGEST_SESSION.absoluteMs), lastSeenAt: NOW };
    const isLive = (roles: Role[], ms: number, isByLetter = false) =>
      isSessionLive(open, sessionLimits({ isByLetter, roles }), later(ms));
    expect([isLive(["editor"], 2 * HOUR), isLive(["editor"], 2 * HOUR + 1)]).toEqual([true, false]);
    for (const role of ["owner", "dpo"] as const)
      expect([isLive(["editor", role], HOUR), isLive([role], HOUR + 1)]).toEqual([true, false]);
    expect([isLive([], HOUR, true), isLive([], HOUR + 1, true)]).toEqual([true, false]);
  });

  it("ends with the account", async () => {
    const token = await openSession(ctx.actor.personId, DEVICE, NOW);
    await owner.query("UPDATE person SET disabled_at = now() WHERE id = $1", [ctx.actor.personId]);
    expect(await readSession(token, NOW)).toBeNull();
    await owner.query("UPDATE person SET disabled_at = NULL WHERE id = $1", [ctx.actor.personId]);
  });
});

describe("signIn", () => {
  const attempt = (email: string, password: string, now = NOW, address = "127.0.0.1") =>
    signIn({ email, password, userAgent: "Navigateur", address }, now);

  it("lets the right password in, and answers a wrong one and an unknown address alike", async () => {
    expect(await attempt(` ${ctx.email.toUpperCase()} `, PASSWORD)).toMatchObject({ id: ctx.actor.personId });
    expect(await attempt(ctx.email, "autre chose")).toBeNull();
    expect(await attempt("personne@nulle.example", PASSWORD)).toBeNull();
    const { rows } = await owner.query(
      "SELECT event FROM journal_text WHERE event LIKE 'sign-in.%' ORDER BY seq",
    );
    expect(rows.map(({ event }) => event)).toEqual(["sign-in.succeeded", "sign-in.failed", "sign-in.failed"]);
  });

  it("locks an account after eight tries, the right password too, for a quarter of an hour", async () => {
    const now = later(3_600_000);
    for (let i = 0; i < 8; i++) expect(await attempt(ctx.email, "faux", now)).toBeNull();
    await expect(attempt(ctx.email, PASSWORD, now)).rejects.toThrow("locked");
    expect(await attempt(ctx.email, PASSWORD, later(3_600_000 + 16 * 60_000))).toMatchObject({
      id: ctx.actor.personId,
    });
  });

  it("locks a network address that tries many accounts", async () => {
    const now = later(7_200_000);
    for (let i = 0; i < 60; i++) await attempt(`a${i}@b.example`, "faux", now, "10.0.0.9");
    await expect(attempt(ctx.email, PASSWORD, now, "10.0.0.9")).rejects.toThrow("locked");
    expect(await attempt(ctx.email, PASSWORD, now, "10.0.0.10")).not.toBeNull();
  });

  it("lets a stranger lock nobody out of a browser or a network where they have signed in", async () => {
    const now = later(10_800_000);
    await openSession(ctx.actor.personId, { ...DEVICE, address: "2001:db8:1:2::7" }, now);
    const marks = addMark("", ctx.actor.personId, now);
    const stranger = (at: number) => attempt(ctx.email, "faux", now, `203.0.113.${at}`);
    for (let at = 0; at < 8; at++) expect(await stranger(at)).toBeNull();
    await expect(stranger(9)).rejects.toThrow("locked");
    await expect(attempt(ctx.email, PASSWORD, now, "198.51.100.1")).rejects.toThrow("locked");

    expect(await attempt(ctx.email, PASSWORD, now, "2001:db8:1:2::ffff")).not.toBeNull();
    const travelling = { email: ctx.email, password: PASSWORD, ...DEVICE, address: "198.51.100.1", marks };
    expect(await signIn(travelling, now)).not.toBeNull();
    // Nor by a network that has no tries left at all.
    for (let at = 0; at < 60; at++)
      await attempt(`b${at}@b.example`, "faux", now, "198.51.100.1").catch(() => null);
    await expect(attempt("e@b.example", PASSWORD, now, "198.51.100.1")).rejects.toThrow("locked");
    expect(await signIn(travelling, now)).not.toBeNull();
  });

  it("counts the tries of a known browser and of a known network as well, each by itself", async () => {
    const now = later(14_400_000);
    const marks = addMark("", ctx.actor.personId, now);
    const known = { email: ctx.email, ...DEVICE, marks };
    for (let at = 0; at < 8; at++) expect(await signIn({ ...known, password: "faux" }, now)).toBeNull();
    await expect(signIn({ ...known, password: PASSWORD }, now)).rejects.toThrow("locked");
    const address = "2001:db8:1:2::7";
    for (let at = 0; at < 8; at++) expect(await attempt(ctx.email, "faux", now, address)).toBeNull();
    await expect(attempt(ctx.email, PASSWORD, now, address)).rejects.toThrow("locked");
    expect(await attempt(ctx.email, PASSWORD, now, "198.51.100.77")).not.toBeNull();
  });

  it("counts the addresses of one IPv6 network together", async () => {
    const now = later(18_000_000);
    const inside = (at: number) => `2001:db8:9:9::${at.toString(16)}`;
    for (let at = 0; at < 60; at++) await attempt(`c${at}@b.example`, "faux", now, inside(at));
    await expect(attempt("d@b.example", "faux", now, inside(61))).rejects.toThrow("locked");
  });

  it("writes no password into the journal", async () => {
    const { rows } = await owner.query("SELECT text FROM journal_text");
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});
