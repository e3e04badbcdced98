import { describe, expect, it } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { storedKey } from "@/lib/platform/request/rate-limit";
import { authClient } from "@/lib/platform/database/clients";
import { hashToken } from "@/lib/platform/secrets/token";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeInvitation, tokenOf } from "@/prisma/factories/invitation";
import { makeMember } from "@/prisma/factories/member";
import { as, makeOrganisation, PASSWORD } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { acceptAsNewcomer, acceptSignedIn } from "./acceptance";
import { inviteMember, renewInvitation, withdrawInvitation } from "./invitations";
import { changeRole, removeMember } from "./mutations";
import { inviteSchema } from "@/lib/features/member/schema";

const WEEK_MS = 7 * 86_400_000;

const database = await openDatabase();

const found = () => makeOrganisation(database.ownerUrl);
const input = (email: string) => inviteSchema.parse({ name: "Rachid Ouazzani", email, role: "viewer" });
const newcomer = (token: string) => ({ token, name: "Rachid Ouazzani", password: PASSWORD });
const membersOf = ({ scope }: StaffCtx, email: string) =>
  withOrg(scope, (tx) => tx.member.findMany({ where: { email, endedAt: null } }));
const invitation = ({ scope }: StaffCtx, id: string) =>
  withOrg(scope, (tx) => tx.invitation.findUniqueOrThrow({ where: { id } }));
const events = ({ scope }: StaffCtx, take: number) =>
  withOrg(scope, async (tx) =>
    (await tx.journalText.findMany({ orderBy: { seq: "desc" }, take })).map(({ event }) => event),
  );
const signedIn = ({ actor, now }: StaffCtx, email: string) => ({
  person: { id: actor.personId, name: actor.name, email, locale: "fr" },
  now,
});
const dead = { ok: false, refusal: { kind: "invalid", issues: [{ key: "member.linkDead" }] } };

describe("inviteMember", () => {
  it("keeps the token's hash alone, queues the letter and writes the journal without it", async () => {
    const ctx = await found();
    const email = "rachid@centre.example";
    const { id } = valueOf(await inviteMember(ctx, input(" Rachid@Centre.example ")));
    const token = await tokenOf(ctx, id);
    const row = await invitation(ctx, id);
    expect(Buffer.from(row.tokenHash)).toEqual(Buffer.from(hashToken(token)));
    expect(row.expiresAt.getTime() - ctx.now.getTime()).toBe(WEEK_MS);
    const letter = await withOrg(ctx.scope, (tx) => tx.outboxMail.findFirstOrThrow());
    expect(letter).toMatchObject({ template: "member-invitation", toAddress: email, state: "queued" });
    expect(JSON.stringify(letter.params)).not.toContain(token);
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(entry).toMatchObject({ event: "invitation.sent", subjectId: id });
    expect(entry!.text).not.toContain(token);
  });

  it("says who is a member already, and who is invited already", async () => {
    const ctx = await found();
    const member = await makeMember(ctx, "viewer");
    expect(await inviteMember(ctx, input(member.email))).toMatchObject({
      refusal: { issues: [{ path: "email", key: "member.alreadyMember" }] },
    });
    const { email } = await makeInvitation(ctx);
    expect(await inviteMember(ctx, input(email))).toMatchObject({
      refusal: { issues: [{ path: "email", key: "member.alreadyInvited" }] },
    });
  });

  it("invites once when asked ten times at once", async () => {
    const ctx = await found();
    const asked = Array.from({ length: 10 }, () => inviteMember(ctx, input("ensemble@centre.example")));
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await withOrg(ctx.scope, (tx) => tx.outboxMail.count())).toBe(1);
  });

  it.each(["dpo", "editor", "viewer"] as const)("is refused to %s", async (role) => {
    const ctx = await found();
    const { id } = await makeInvitation(ctx);
    for (const outcome of [
      await inviteMember(as(ctx, role), input("x@centre.example")),
      await renewInvitation(as(ctx, role), { id, password: "" }),
      await withdrawInvitation(as(ctx, role), { id }),
    ])
      expect(outcome).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("writes to no more than forty strangers an hour", async () => {
    const ctx = await found();
    const taken = { key: storedKey(`invitation:${ctx.scope.org}`), windowStart: ctx.now, count: 40 };
    await authClient().rateLimit.create({ data: taken });
    expect(await inviteMember(ctx, input("z@centre.example"))).toMatchObject({
      refusal: { issues: [{ key: "member.tooManyInvitations" }] },
    });
  });
});

describe("renewInvitation and withdrawInvitation", () => {
  it("asks again of whoever proved nothing within five minutes, for an owner's link alone", async () => {
    const ctx = await found();
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 6 * 60_000) };
    const owner = await makeInvitation(ctx, { role: "owner" });
    const viewer = await makeInvitation(ctx, { role: "viewer" });
    expect(await renewInvitation(later, { id: owner.id, password: "" })).toMatchObject({
      refusal: { issues: [{ path: "password", key: "required" }] },
    });
    expect(valueOf(await renewInvitation(later, { id: owner.id, password: PASSWORD })).id).toBe(owner.id);
    expect(valueOf(await renewInvitation(later, { id: viewer.id, password: "" })).id).toBe(viewer.id);
  });

  it("a new link kills the old one, and its letter if it has not left", async () => {
    const ctx = await found();
    const { id, token } = await makeInvitation(ctx);
    valueOf(await renewInvitation(ctx, { id, password: "" }));
    expect(await acceptAsNewcomer(newcomer(token), ctx.now)).toMatchObject(dead);
    const letters = await withOrg(ctx.scope, (tx) => tx.outboxMail.findMany({ orderBy: { id: "asc" } }));
    expect(letters.map(({ state, sealed }) => [state, sealed === null])).toEqual(
      expect.arrayContaining([
        ["cancelled", true],
        ["queued", false],
      ]),
    );
    expect((await events(ctx, 1))[0]).toBe("invitation.renewed");
    valueOf(await acceptAsNewcomer(newcomer(await tokenOf(ctx, id)), ctx.now));
  });

  it("gives an expired invitation seven more days", async () => {
    const ctx = await found();
    const { id, token } = await makeInvitation(ctx);
    const late = { ...ctx, now: new Date(ctx.now.getTime() + WEEK_MS) };
    expect(await acceptAsNewcomer(newcomer(token), late.now)).toMatchObject(dead);
    valueOf(await renewInvitation(late, { id, password: "" }));
    valueOf(await acceptAsNewcomer(newcomer(await tokenOf(ctx, id)), late.now));
  });

  it("what is withdrawn opens nothing, and leaves the address free to be invited again", async () => {
    const ctx = await found();
    const { id, token, email } = await makeInvitation(ctx);
    valueOf(await withdrawInvitation(ctx, { id }));
    expect(await invitation(ctx, id)).toMatchObject({
      withdrawnAt: ctx.now,
      withdrawnByName: ctx.actor.name,
    });
    expect(await acceptAsNewcomer(newcomer(token), ctx.now)).toMatchObject(dead);
    expect(await renewInvitation(ctx, { id, password: "" })).toMatchObject({
      refusal: { issues: [{ key: "member.withdrawnMeanwhile" }] },
    });
    await makeInvitation(ctx, { email });
  });

  it("does not find another organisation's", async () => {
    const [ctx, foreign] = [await found(), await found()];
    const { id } = await makeInvitation(ctx);
    expect(await renewInvitation(foreign, { id, password: "" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await withdrawInvitation(foreign, { id })).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("acceptance", () => {
  it("makes an account and a membership, writes both, and spends the link", async () => {
    const ctx = await found();
    const { id, token, email } = await makeInvitation(ctx, { locale: "ar" });
    const { slug, personId } = valueOf(await acceptAsNewcomer(newcomer(token), ctx.now));
    expect(slug).toBe(ctx.slug);
    const [member] = await membersOf(ctx, email);
    expect(member).toMatchObject({ personId, role: "editor", name: "Rachid Ouazzani" });
    expect(await authClient().person.findUnique({ where: { email } })).toMatchObject({
      locale: "ar",
      passwordHash: expect.stringMatching(/^\$argon2id\$/),
    });
    expect(await invitation(ctx, id)).toMatchObject({ acceptedAt: ctx.now, memberId: member!.id });
    expect(await events(ctx, 3)).toEqual(["member.added", "invitation.accepted", "account.created"]);
    expect(await acceptAsNewcomer(newcomer(token), ctx.now)).toMatchObject(dead);
  });

  it("once, of ten at the same instant", async () => {
    const ctx = await found();
    const { token, email } = await makeInvitation(ctx);
    const accepts = Array.from({ length: 10 }, () => acceptAsNewcomer(newcomer(token), ctx.now));
    const outcomes = await Promise.all(accepts);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await membersOf(ctx, email)).toHaveLength(1);
    expect(await authClient().person.count({ where: { email } })).toBe(1);
  });

  it("one account for two organisations that invite the same newcomer at once", async () => {
    const [one, two] = [await found(), await found()];
    const email = "deux-maisons@centre.example";
    const [first, second] = [await makeInvitation(one, { email }), await makeInvitation(two, { email })];
    const outcomes = await Promise.all(
      [first, second].map(({ token }) => acceptAsNewcomer(newcomer(token), one.now)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { issues: [{ key: "member.accountExists" }] },
    });
  });

  it("with an account, by that account alone", async () => {
    const [ctx, elsewhere] = [await found(), await found()];
    const { token, email } = await makeInvitation(ctx, { email: elsewhere.email });
    expect(await acceptAsNewcomer(newcomer(token), ctx.now)).toMatchObject({
      refusal: { issues: [{ key: "member.accountExists" }] },
    });
    expect(await acceptSignedIn(signedIn(ctx, ctx.email), { token })).toMatchObject({
      refusal: { issues: [{ key: "member.otherAccount" }] },
    });
    valueOf(await acceptSignedIn(signedIn(elsewhere, email), { token }));
    expect(await membersOf(ctx, email)).toMatchObject([{ personId: elsewhere.actor.personId }]);
    expect(await events(ctx, 2)).toEqual(["member.added", "invitation.accepted"]);
  });

  it("by nobody who has come to stand on a client's side since: by the address, or by the account", async () => {
    const ctx = await found();
    const { token, email } = await makeInvitation(ctx);
    const contact = await makeContact(ctx, { email });
    const refused = { refusal: { issues: [{ key: "member.addressOfContact" }] } };
    expect(await acceptAsNewcomer(newcomer(token), ctx.now)).toMatchObject(refused);
    const person = { id: contact.actor.personId, name: "Rachid Ouazzani", email, locale: "fr" };
    expect(await acceptSignedIn({ person, now: ctx.now }, { token })).toMatchObject(refused);
    expect(await membersOf(ctx, email)).toEqual([]);
  });

  it("changes no role of whoever has become a member meanwhile", async () => {
    const ctx = await found();
    const member = await makeMember(ctx, "owner");
    const moved = "autre-adresse@centre.example";
    const { token } = await makeInvitation(ctx, { email: moved, role: "viewer" });
    await authClient().person.update({ where: { id: member.actor.personId }, data: { email: moved } });
    expect(await acceptSignedIn(signedIn(member, moved), { token })).toMatchObject({
      refusal: { issues: [{ key: "member.isMember" }] },
    });
    expect(await membersOf(ctx, member.email)).toMatchObject([{ role: "owner" }]);
  });

  it("brings back whoever had left, under the same row and the new role", async () => {
    const ctx = await found();
    const member = await makeMember(ctx, "owner");
    valueOf(await removeMember(ctx, { id: member.actor.memberId, reason: "" }));
    const { token } = await makeInvitation(ctx, { email: member.email, role: "viewer" });
    const later = new Date(ctx.now.getTime() + 60_000);
    valueOf(await acceptSignedIn({ ...signedIn(member, member.email), now: later }, { token }));
    expect(await membersOf(ctx, member.email)).toMatchObject([
      { id: member.actor.memberId, role: "viewer", joinedAt: later },
    ]);
    valueOf(
      await changeRole(ctx, { id: member.actor.memberId, from: "viewer", role: "editor", password: "" }),
    );
  });

  it("tells the owners when an owner comes in", async () => {
    const ctx = await found();
    const { token, email } = await makeInvitation(ctx, { role: "owner" });
    valueOf(await acceptAsNewcomer(newcomer(token), ctx.now));
    const notified = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "owner-added" } }),
    );
    expect(notified).toMatchObject([{ toAddress: ctx.email, params: { address: email } }]);
  });

  it("refuses a password made of the newcomer's own name, and keeps the link good", async () => {
    const ctx = await found();
    const { token } = await makeInvitation(ctx);
    const own = { ...newcomer(token), password: "rachidouazzani" };
    expect(await acceptAsNewcomer(own, ctx.now)).toMatchObject({
      refusal: { issues: [{ path: "password", key: "passwordOwnWords" }] },
    });
    valueOf(await acceptAsNewcomer(newcomer(token), ctx.now));
  });

  it("an unknown link does nothing", async () => {
    expect(await acceptAsNewcomer(newcomer("x".repeat(43)), new Date())).toMatchObject(dead);
  });
});
