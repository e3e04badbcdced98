import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import type { StaffCtx } from "@/lib/platform/request/context";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, PASSWORD } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { inviteMember } from "./invitations";
import { changeRole, leaveOrganisation, removeMember } from "./mutations";

const database = await openDatabase();

const found = () => makeOrganisation(database.ownerUrl);
const toRole = (ctx: StaffCtx, of: StaffCtx, role: Role, password = "") =>
  changeRole(ctx, { id: of.actor.memberId, from: of.actor.role, role, password });
const refusedFor = (key: string) => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path: "password", key }] },
});
const remove = (ctx: StaffCtx, of: StaffCtx, reason = "") =>
  removeMember(ctx, { id: of.actor.memberId, reason });
const memberOf = ({ scope, actor }: StaffCtx) =>
  withOrg(scope, (tx) => tx.member.findUniqueOrThrow({ where: { id: actor.memberId } }));
const owners = ({ scope }: StaffCtx) =>
  withOrg(scope, (tx) => tx.member.count({ where: { role: "owner", endedAt: null } }));
const letters = ({ scope }: StaffCtx) =>
  withOrg(scope, (tx) =>
    tx.outboxMail.findMany({ select: { template: true, toAddress: true, params: true } }),
  );
const entries = ({ scope }: StaffCtx, take: number) =>
  withOrg(scope, async (tx) =>
    (await tx.journalText.findMany({ orderBy: { seq: "desc" }, take })).map(({ text }) => JSON.parse(text!)),
  );
const openFor = ({ actor, now }: StaffCtx) =>
  openSession(actor.personId, { userAgent: "tests", address: "127.0.0.1" }, now);

describe("changeRole", () => {
  it("writes the role and the journal, and says nothing to anybody", async () => {
    const owner = await found();
    const viewer = await makeMember(owner, "viewer");
    valueOf(await toRole(owner, viewer, "editor"));
    expect(await memberOf(viewer)).toMatchObject({ role: "editor", endedAt: null });
    expect(await entries(owner, 1)).toMatchObject([
      {
        event: "member.role-changed",
        actor: { id: owner.actor.memberId },
        subject: { id: viewer.actor.memberId },
        before: { role: "viewer" },
        after: { role: "editor" },
      },
    ]);
    expect(await letters(owner)).toEqual([]);
  });

  it("tells every owner there was of a new one", async () => {
    const owner = await found();
    const [second, dpo] = [await makeMember(owner, "owner"), await makeMember(owner, "dpo")];
    valueOf(await toRole(owner, dpo, "owner"));
    const sent = await letters(owner);
    expect(sent.map(({ template }) => template)).toEqual(["owner-added", "owner-added"]);
    expect(sent.map(({ toAddress }) => toAddress).sort()).toEqual([owner.email, second.email].sort());
    expect(sent[0]!.params).toMatchObject({ by: owner.actor.name, address: dpo.email });
  });

  it("takes the password for a new owner from whoever proved nothing within five minutes, and for no other role", async () => {
    const owner = await found();
    const [member, guest] = [await makeMember(owner, "viewer"), await makeMember(owner, "viewer")];
    const unproved = [null, undefined, new Date(owner.now.getTime() - 300_000)];
    for (const provedAt of unproved) {
      const asking = { ...owner, provedAt };
      expect(await toRole(asking, member, "owner")).toEqual(refusedFor("required"));
      expect(await toRole(asking, member, "owner", "un autre mot de passe")).toEqual(
        refusedFor("wrongPassword"),
      );
      const invited = { name: "Inès", email: "ines@centre.example", role: "owner", locale: "fr" } as const;
      expect(await inviteMember(asking, { ...invited, password: "" })).toEqual(refusedFor("required"));
    }
    valueOf(await toRole({ ...owner, provedAt: null }, guest, "editor"));
    expect(await owners(owner)).toBe(1);
    valueOf(await toRole({ ...owner, provedAt: null }, member, "owner", PASSWORD));
    const recent = new Date(owner.now.getTime() - 299_999);
    valueOf(
      await toRole(
        { ...owner, provedAt: recent },
        { ...guest, actor: { ...guest.actor, role: "editor" } },
        "owner",
      ),
    );
    expect(await owners(owner)).toBe(3);
  });

  it("withdraws what an owner had invited who is one no more", async () => {
    const owner = await found();
    const second = await makeMember(owner, "owner");
    await makeInvitation(second);
    valueOf(await toRole(owner, second, "viewer"));
    const open = await withOrg(owner.scope, (tx) => tx.invitation.count({ where: { withdrawnAt: null } }));
    expect(open).toBe(0);
  });

  it("gives back a form whose role was changed meanwhile", async () => {
    const owner = await found();
    const viewer = await makeMember(owner, "viewer");
    valueOf(await toRole(owner, viewer, "editor"));
    expect(await toRole(owner, viewer, "dpo")).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "role", key: "member.roleMeanwhile", params: { role: "editor" } }] },
    });
    expect((await memberOf(viewer)).role).toBe("editor");
  });

  it.each(["dpo", "editor", "viewer"] as const)("is refused to %s", async (role) => {
    const owner = await found();
    const asking = await makeMember(owner, role);
    expect(await toRole(asking, asking, "owner")).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await remove(asking, owner)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("does not find a member of another organisation", async () => {
    const [owner, foreign] = [await found(), await found()];
    const viewer = await makeMember(owner, "viewer");
    expect(await toRole(foreign, viewer, "editor")).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await remove(foreign, viewer)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await memberOf(viewer)).toMatchObject({ role: "viewer", endedAt: null });
  });
});

describe("removeMember", () => {
  it("ends the membership and every session at once, writes why, and tells the person", async () => {
    const owner = await found();
    const editor = await makeMember(owner, "editor");
    const tokens = [await openFor(editor), await openFor(editor)];
    const own = await openFor(owner);
    valueOf(await remove(owner, editor, "Fin de mission"));
    expect((await memberOf(editor)).endedAt).toEqual(owner.now);
    for (const token of tokens) expect(await readSession(token, owner.now)).toBeNull();
    expect(await readSession(own, owner.now)).not.toBeNull();
    expect(await entries(owner, 2)).toMatchObject([
      { event: "session.all-revoked", subject: { id: editor.actor.personId }, after: { endedSessions: 2 } },
      { event: "member.removed", subject: { id: editor.actor.memberId }, reason: "Fin de mission" },
    ]);
    expect(await letters(owner)).toMatchObject([{ template: "member-removed", toAddress: editor.email }]);
  });

  it("withdraws what the member had invited, and nothing that others did", async () => {
    const owner = await found();
    const second = await makeMember(owner, "owner");
    await makeInvitation(second, { email: "porte@arriere.example", role: "owner" });
    await makeInvitation(owner, { email: "nora@example.ma" });
    valueOf(await remove(owner, second));
    const open = await withOrg(owner.scope, (tx) => tx.invitation.findMany({ where: { withdrawnAt: null } }));
    expect(open.map(({ email }) => email)).toEqual(["nora@example.ma"]);
    expect(await entries(owner, 1)).toMatchObject([
      { event: "invitation.withdrawn", subject: { label: "porte@arriere.example" } },
    ]);
  });

  it("is not asked twice", async () => {
    const owner = await found();
    const editor = await makeMember(owner, "editor");
    valueOf(await remove(owner, editor));
    expect(await remove(owner, editor)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await letters(owner)).toHaveLength(1);
  });
});

describe("leaveOrganisation", () => {
  it("lets anybody go but the last owner", async () => {
    const owner = await found();
    const viewer = await makeMember(owner, "viewer");
    const session = await openFor(viewer);
    valueOf(await leaveOrganisation(viewer));
    expect((await memberOf(viewer)).endedAt).toEqual(viewer.now);
    expect(await readSession(session, viewer.now)).toBeNull();
    expect(await leaveOrganisation(owner)).toMatchObject({
      refusal: { issues: [{ key: "member.lastOwner" }] },
    });
    const second = await makeMember(owner, "owner");
    valueOf(await leaveOrganisation(owner));
    expect((await entries(second, 2)).map(({ event }) => event)).toEqual([
      "session.all-revoked",
      "member.left",
    ]);
  });
});

describe("at the same instant", () => {
  it("two owners demote each other: one is refused, and an owner remains", async () => {
    for (let round = 0; round < 5; round += 1) {
      const owner = await found();
      const second = await makeMember(owner, "owner");
      const outcomes = await Promise.all([toRole(owner, second, "viewer"), toRole(second, owner, "viewer")]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "forbidden" } });
      expect(await owners(owner)).toBe(1);
    }
  });

  it("every one of six owners leaves: one is held back", async () => {
    const owner = await found();
    const all = [owner, ...(await Promise.all(Array.from({ length: 5 }, () => makeMember(owner, "owner"))))];
    const outcomes = await Promise.all(all.map((one) => leaveOrganisation(one)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await owners(owner)).toBe(1);
  });
});
