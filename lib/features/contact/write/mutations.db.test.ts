import { describe, expect, it } from "vitest";
import { inviteMember } from "@/lib/features/member/write/invitations";
import { inviteSchema } from "@/lib/features/member/schema";
import { findOrganisation } from "@/lib/features/organisation/read/queries";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { lettersTo } from "@/prisma/factories/account";
import { makeContact } from "@/prisma/factories/contact";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findOpenController } from "@/lib/features/contact/read/queries";
import { changeContactRole, endContact, inviteContact, renewContact } from "./mutations";
import { contactInviteSchema } from "@/lib/features/contact/schema";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const said = (controllerId: string, email = "claire@voltiris.example") =>
  contactInviteSchema.parse({
    controllerId,
    name: "Claire Vasseur",
    email,
    role: "signatory",
    language: "en",
  });

const lastEntry = () =>
  withOrg(ctx.scope, (tx) =>
    tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, subjectId: true } }),
  );

describe("an invitation", () => {
  it("leaves by letter, in the contact's language, and its link holds no secret", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id } = valueOf(await inviteContact(ctx, said(controllerId)));
    expect(await lastEntry()).toEqual({ event: "contact.invited", subjectId: id });
    const [letter] = await lettersTo(database.ownerUrl, "claire@voltiris.example");
    expect(letter).toMatchObject({ template: "contact-invitation", locale: "en" });
    expect(letter!.secrets).toEqual({});
    expect(letter!.params.link).toMatch(new RegExp(`/portal/${id}$`));
    expect(await inviteContact(ctx, said(controllerId))).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ path: "email", key: "contact.alreadyThere" }] },
    });
  });

  it("is an owner's or the DPO's to send, for a controller of their organisation", async () => {
    const { id: controllerId } = await makeController(ctx);
    const input = said(controllerId, "other@voltiris.example");
    for (const role of ["editor", "viewer"] as const)
      expect(await inviteContact(as(ctx, role), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await inviteContact(foreign, input)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await inviteContact(as(ctx, "dpo"), input)).toMatchObject({ ok: true });
  });

  it("is renewed while nobody has come in", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id } = valueOf(await inviteContact(ctx, said(controllerId)));
    valueOf(await renewContact(ctx, { id }));
    expect(await lastEntry()).toEqual({ event: "contact.renewed", subjectId: id });
    const { actor } = await makeContact(ctx);
    expect(await renewContact(ctx, { id: actor.contactId })).toMatchObject({
      refusal: { issues: [{ key: "contact.acceptedMeanwhile" }] },
    });
  });
});

describe("a contact", () => {
  it("gets another role, seen from the next request on, unless somebody changed it meanwhile", async () => {
    const { actor, token } = await makeContact(ctx, { role: "reader" });
    const id = actor.contactId;
    valueOf(await changeContactRole(ctx, { id, from: "reader", role: "signatory" }));
    expect((await readSession(token, ctx.now))?.contacts[0]?.role).toBe("signatory");
    expect(await changeContactRole(ctx, { id, from: "reader", role: "reader" })).toMatchObject({
      refusal: { issues: [{ key: "contact.roleMeanwhile" }] },
    });
  });

  it("ends with a reason, is told by letter, and is out at the next request", async () => {
    const { actor, token, email } = await makeContact(ctx);
    valueOf(await endContact(ctx, { id: actor.contactId, reason: "A quitté la société" }));
    expect((await readSession(token, ctx.now))?.contacts).toEqual([]);
    expect((await lettersTo(database.ownerUrl, email)).map(({ template }) => template)).toEqual([
      "contact-ended",
    ]);
    expect(await endContact(ctx, { id: actor.contactId, reason: "Encore" })).toMatchObject({
      refusal: { issues: [{ key: "contact.endedMeanwhile" }] },
    });
  });

  it("of another organisation is not found", async () => {
    const { actor } = await makeContact(ctx);
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await endContact(foreign, { id: actor.contactId, reason: "Non" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("who works for the processor", () => {
  const refused = (key: string) => ({ refusal: { kind: "invalid", issues: [{ key: `contact.${key}` }] } });

  it("is invited for no client: a member, the DPO, who was asked in as a member, the own domain", async () => {
    const { id } = await makeController(ctx);
    await inviteMember(ctx, inviteSchema.parse({ name: "Ines", email: "ines@gmail.com", role: "viewer" }));
    const asked = (email: string) => inviteContact(ctx, said(id, email));
    expect(await asked(ctx.email)).toMatchObject(refused("addressOfMember"));
    expect(await asked(ctx.email.replace("@", "+orvelle@"))).toMatchObject(refused("addressOfMember"));
    expect(await asked("dpo@centre.example")).toMatchObject(refused("addressOfMember"));
    expect(await asked("ines@gmail.com")).toMatchObject(refused("addressOfMember"));
    expect(await asked("direction@centre.example")).toMatchObject(refused("addressOfOrganisation"));
    expect((await asked("direction@gmail.com")).ok).toBe(true);
  });

  it("is invited for no client at a domain that the organisation states as its own, and an address like it is marked", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id } = await makeController(own);
    const first = await makeContact(own, { controllerId: id });
    const asked = (email: string) => inviteContact(own, said(id, email));
    expect((await asked("claire@seconde-marque.ma")).ok).toBe(true);
    const { version } = await withOrg(own.scope, findOrganisation);
    const stated = {
      section: "domains",
      version,
      ownDomains: "seconde-marque.ma\nhttps://www.atlas-relation.fr/",
    };
    valueOf(await saveOrganisationSection(own, sectionSaveSchema.parse(stated)));
    expect(await asked("paul@seconde-marque.ma")).toMatchObject(refused("addressOfOrganisation"));
    expect(await asked("paul@mail.atlas-relation.fr")).toMatchObject(refused("addressOfOrganisation"));
    expect((await asked("paul@atlas-relations.fr")).ok).toBe(true);
    const told = await lettersTo(database.ownerUrl, first.email);
    const paul = told.find(({ params }) => JSON.stringify(params).includes("paul@atlas-relations.fr"));
    expect(paul?.params).toMatchObject({ mark: "likeProcessor" });
  });

  it("is not let sign, nor written to again, where such an address came in before", async () => {
    const { actor } = await makeContact(ctx, { role: "reader", email: "paul@centre.example" });
    expect(
      await changeContactRole(ctx, { id: actor.contactId, from: "reader", role: "signatory" }),
    ).toMatchObject(refused("addressOfOrganisation"));
  });

  it("is not whoever answers for a client", async () => {
    const { email } = await makeContact(ctx);
    expect(
      await inviteMember(ctx, inviteSchema.parse({ name: "Claire", email, role: "viewer" })),
    ).toMatchObject({ refusal: { issues: [{ key: "member.addressOfContact" }] } });
  });
});

describe("a new signatory", () => {
  const toldOf = async (email: string) =>
    (await lettersTo(database.ownerUrl, email))
      .filter(({ template }) => template === "contact-role-told")
      .map(({ params }) => (params as { role: string; person: string }).role);

  it("is named at once to the controller's other people, and so is a change of role", async () => {
    const first = await makeContact(ctx);
    const { controllerId } = first.actor;
    valueOf(await inviteContact(ctx, said(controllerId, "luc@orvelle.example")));
    expect(await toldOf(first.email)).toEqual(["signatory"]);
    const other = await makeContact(ctx, { controllerId, role: "reader" });
    const { contactId: id } = other.actor;
    valueOf(await changeContactRole(ctx, { id, from: "reader", role: "signatory" }));
    valueOf(
      await changeContactRole(
        { ...ctx, now: new Date(ctx.now.getTime() + 1) },
        { id, from: "signatory", role: "reader" },
      ),
    );
    expect((await toldOf(first.email)).sort()).toEqual(["reader", "signatory", "signatory"]);
    expect(await toldOf(other.email)).toEqual([]);
  });

  it("is told of with what stands against its address", async () => {
    const first = await makeContact(ctx);
    valueOf(await inviteContact(ctx, said(first.actor.controllerId, "orvelle.direction@gmail.com")));
    const told = await lettersTo(database.ownerUrl, first.email);
    expect(told.map(({ params }) => params)).toMatchObject([{ mark: "public", secondMark: "none" }]);
  });
});

describe("a contact who is about to be invited", () => {
  it("is offered the language of the controller's own letters", async () => {
    const { id } = await makeController(ctx, { language: "ar" });
    expect(await withOrg(ctx.scope, (tx) => findOpenController(tx, id))).toMatchObject({ language: "ar" });
  });
});
