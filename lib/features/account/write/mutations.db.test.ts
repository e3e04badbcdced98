import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { openSession } from "@/lib/platform/request/session-store";
import { makeSelf } from "@/prisma/factories/account";
import { valueOf } from "@/prisma/factories/register";
import { findReminderChoice, listSessions } from "@/lib/features/account/read/queries";
import { endOtherSessions, endSession } from "./end-sessions";
import { remindersSchema } from "@/lib/features/account/schema";
import { updateProfile, updateReminders } from "./mutations";
import {
  MINUTE,
  DEVICE,
  database,
  NOW,
  later,
  organisation,
  person,
  memberOf,
  isOpen,
  journalOf,
  join,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();

describe("updateReminders", () => {
  it("stores the person's own choice, and gives it back to the form as it is typed", async () => {
    const [ctx, other] = [await organisation(), await organisation()];
    const weekly = { weekly: "owed", weeklyDay: "5", weeklyHour: "16" };
    const input = remindersSchema.parse({ channel: "digest", leads: "7; 30", ...weekly });
    valueOf(await updateReminders(await makeSelf(ctx), input));
    expect(await findReminderChoice(ctx.actor.personId)).toEqual({
      channel: "digest",
      leads: "30, 7",
      ...weekly,
    });
    expect(await findReminderChoice(other.actor.personId)).toEqual({
      channel: "default",
      leads: "",
      weekly: "none",
      weeklyDay: "1",
      weeklyHour: "7",
    });
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
