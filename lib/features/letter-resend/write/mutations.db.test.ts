import { describe, expect, it } from "vitest";
import { remindOfObligations } from "@/lib/features/reminder/write/mutations";
import { contactInviteSchema } from "@/lib/features/contact/schema";
import { inviteContact } from "@/lib/features/contact/write/mutations";
import { inviteMember } from "@/lib/features/member/write/invitations";
import { findLetter, openSecrets } from "@/lib/features/outbox/read/queries";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { resendLetter } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));

const rowOf = (id: string) => withOrg(ctx.scope, (tx) => tx.outboxMail.findUniqueOrThrow({ where: { id } }));
/** Ends a letter as its delivery does: what grants access by itself is erased. */
const end = (id: string, state: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.updateMany({
      where: { id },
      data: { state, sealed: null, closedAt: ctx.now, attempts: 16 },
    }),
  );
const events = async () =>
  (await withOrg(ctx.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }))).map(
    ({ event }) => event,
  );
const linkOf = async (id: string) => {
  const letter = (await withOrg(ctx.scope, (tx) => findLetter(tx, id)))!;
  const { template, locale, params } = letter;
  const written = { template, locale, params, secrets: openSecrets(letter), organisation: null };
  return (await composeLetter(written)).action?.link;
};

describe("resendLetter", () => {
  it.each(["refused", "given-up", "bounced"])(
    "sends the same letter again, %s, with the page it is about",
    async (state) => {
      const measure = await makeMeasure(ctx, { title: `Sauvegardes ${state}`, reviewOn: "2026-11-24" });
      valueOf(await remindOfObligations(jobContext("contract-reminder", ctx.scope.org, ctx.now)));
      const letters = await withOrg(ctx.scope, (tx) =>
        tx.outboxMail.findMany({ where: { template: "obligation-due", state: "queued" } }),
      );
      const letter = letters.find(({ params }) => JSON.stringify(params).includes(measure.id))!;
      await end(letter.id, state);
      expect(valueOf(await resendLetter(ctx, { id: letter.id, password: "" }))).toEqual({ id: letter.id });
      expect(await rowOf(letter.id)).toMatchObject({
        state: "queued",
        attempts: 0,
        messageId: letter.messageId,
        envelopeId: letter.envelopeId,
      });
      expect(await linkOf(letter.id)).toMatch(new RegExp(`/${ctx.slug}/measures/${measure.id}$`));
      expect((await events()).at(-1)).toBe("mail.retried");
      await end(letter.id, "accepted");
    },
  );

  it("sends a member's invitation anew: another link, and the former letter stays ended", async () => {
    const stated = {
      name: "Nadia Berrada",
      email: "nadia@centre.example",
      role: "editor",
      locale: "fr",
      password: "",
    } as const;
    valueOf(await inviteMember(ctx, stated));
    const first = (await withOrg(ctx.scope, (tx) => tx.invitation.findFirstOrThrow())).letterId!;
    const link = await linkOf(first);
    await end(first, "given-up");
    const { id } = valueOf(await resendLetter(ctx, { id: first, password: "" }));
    expect(id).not.toBe(first);
    expect(await linkOf(id)).toMatch(/\/invitations\/.{20,}$/);
    expect(await linkOf(id)).not.toBe(link);
    expect((await rowOf(first)).state).toBe("given-up");
    expect((await events()).at(-1)).toBe("invitation.renewed");
    // The former letter is nobody's any more: nothing follows it twice.
    expect(await resendLetter(ctx, { id: first, password: "" })).toMatchObject({
      refusal: { kind: "invalid" },
    });
  });

  it("sends a contact's invitation anew, with its new term", async () => {
    const { id: controllerId } = await makeController(ctx);
    const stated = { controllerId, name: "Claire Vasseur", email: "claire@client.example", role: "reader" };
    const where = { id: valueOf(await inviteContact(ctx, contactInviteSchema.parse(stated))).id };
    const before = await withOrg(ctx.scope, (tx) => tx.controllerContact.findFirstOrThrow({ where }));
    await end(before.letterId!, "refused");
    const { id } = valueOf(await resendLetter(ctx, { id: before.letterId!, password: "" }));
    expect(await rowOf(id)).toMatchObject({ state: "queued", template: "contact-invitation" });
    expect(await linkOf(id)).toMatch(new RegExp(`/portal/${where.id}$`));
  });

  it.each(["accepted", "delivered", "sending", "cancelled"])(
    "sends no second copy of what is %s",
    async (state) => {
      const { id } = await makeLetter(ctx, { link: "https://amana.example/x" });
      await end(id, state);
      expect(await resendLetter(ctx, { id, password: "" })).toMatchObject({
        refusal: { kind: "invalid", issues: [{ key: "outbox.tooLate" }] },
      });
      expect((await rowOf(id)).state).toBe(state);
    },
  );

  it("sends one copy where two people press at once", async () => {
    const { id } = await makeLetter(ctx, { link: "https://amana.example/x" });
    await end(id, "refused");
    await Promise.all([resendLetter(ctx, { id, password: "" }), resendLetter(ctx, { id, password: "" })]);
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 0 });
    expect(await withOrg(ctx.scope, (tx) => tx.outboxMail.count({ where: { id } }))).toBe(1);
  });

  it("is a steward's, and of one's own organisation", async () => {
    const { id } = await makeLetter(ctx);
    await end(id, "refused");
    const viewer = { ...ctx, ...as(ctx, "viewer") };
    expect(await resendLetter(viewer, { id, password: "" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await resendLetter(foreign, { id, password: "" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});
