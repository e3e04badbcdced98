import { describe, expect, it } from "vitest";
import { findRightsRequestObligations } from "@/lib/features/obligation/read/sources/rights-requests";
import { findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { rightsAnswerSchema } from "@/lib/features/portal-rights-request/schema";
import { answerRequest } from "@/lib/features/portal-rights-request/write/mutations";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { composeLetter } from "@/lib/i18n/letter";
import { LOCALES } from "@/lib/i18n/locale";
import { withOrg } from "@/lib/platform/database/transaction";
import { requestEventSchema } from "@/lib/features/rights-request/schema";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { recordEvent } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

/** Adds an instruction of the controller as it stands, without the ledger. */
async function instruct(
  asked: Awaited<ReturnType<typeof makeRightsRequest>>,
  controllerId: string,
  decision: string,
) {
  const version = asked.version + 1;
  await withOrg(ctx.scope, async (tx) => {
    await tx.rightsRequestFact.create({
      data: {
        id: crypto.randomUUID(),
        orgId: ctx.scope.org,
        requestId: asked.id,
        controllerId,
        number: version,
        kind: "instructed",
        value: { decision },
        at: new Date("2026-01-06T08:00:00Z"),
        recordedAt: new Date("2026-01-06T08:00:00Z"),
        authorKind: "staff",
        authorId: null,
        authorName: "Nour",
      },
    });
    await tx.rightsRequest.updateMany({ where: { id: asked.id }, data: { version, state: "instructed" } });
  });
  return { ...asked, version };
}

function lettersToPersons() {
  return withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({ where: { template: "rights-request-withdrawal-noted" } }),
  );
}

const typed = { on: "2026-01-06", time: "10:00" };

function tellingIdsOf(requestId: string): Promise<string[] | null | undefined> {
  return withOrg(ctx.scope, async (tx) => {
    const fact = await tx.rightsRequestFact.findFirst({ where: { requestId, kind: "not-ours" } });
    // Written by the verb, whose schema has it.
    return fact && (fact.value as { tellingIds?: string[] }).tellingIds;
  });
}

it("is told to the client that has the request, in the language of its letters, with what becomes of it", async () => {
  const { id: controllerId } = await makeController(ctx, {
    country: "GB",
    language: "en",
  });
  const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "a@b.example" });
  const passed = await stepRightsRequest(ctx, asked, "relayed", { means: "telephone" });
  await stepRightsRequest(ctx, passed, "not-ours", { cause: "withdrawn" });
  const ids = await tellingIdsOf(asked.id);
  expect(ids).toHaveLength(1);
  const letter = await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findUniqueOrThrow({ where: { id: ids?.[0] } }),
  );
  expect(letter).toMatchObject({ template: "rights-request-set-aside", locale: "en" });
  // Values are strings, as they were queued.
  const params = letter.params as Record<string, string>;
  const { template } = letter;
  const composed = await Promise.all(
    LOCALES.map((locale) => composeLetter({ template, locale, params, secrets: {}, organisation: null })),
  );
  const [fr, en, ar] = composed.map(({ subject, paragraphs, closing }) =>
    [subject, ...paragraphs, closing].join(" "),
  );
  expect(fr).toContain("La personne y a renoncé.");
  expect(en).toContain("The person has withdrawn it.");
  expect(ar).toContain("تنازل عنه صاحبه.");
  for (const words of [fr, en, ar]) expect(words).not.toMatch(/[{}]/);
});

it("leads to the request in the portal whoever enters it, and nobody else", async () => {
  const { id: controllerId } = await makeController(ctx);
  await makeContact(ctx, { controllerId });
  const actionOf = async (id: string, stated: object) => {
    const asked = await makeRightsRequest(ctx, { controllerId: id, rights: "access", ...stated });
    const passed = await stepRightsRequest(ctx, asked, "relayed", { means: "telephone" });
    await stepRightsRequest(ctx, passed, "not-ours", { cause: "no-data" });
    const [letterId] = (await tellingIdsOf(asked.id)) ?? [];
    const { template, params } = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findUniqueOrThrow({ where: { id: letterId } }),
    );
    const values = params as Record<string, string>;
    const of = { template, locale: "fr", secrets: {}, organisation: null };
    const composed = await composeLetter({ ...of, params: values });
    const { portal: _portal, link: _link, ...before } = values;
    // A letter that was queued before it had a link leads nowhere.
    expect((await composeLetter({ ...of, params: before })).action).toBeNull();
    return { id: asked.id, link: composed.action?.link ?? null };
  };
  const entered = await actionOf(controllerId, { contact: "k@b.example" });
  expect(entered.link).toMatch(new RegExp(`/portal/rights-requests/${entered.id}`));
  const { id: without } = await makeController(ctx);
  expect((await actionOf(without, { contact: "l@b.example" })).link).toBeNull();
});

it("is told to nobody where the client never had it, and asks to be said otherwise where it has no address", async () => {
  const unknown = await makeRightsRequest(ctx, { rights: "access", contact: "c@b.example" });
  await stepRightsRequest(ctx, unknown, "not-ours", { cause: "no-request" });
  expect(await tellingIdsOf(unknown.id)).toBeUndefined();
  const { id: controllerId } = await makeController(ctx, { contactEmail: "", dpoContact: "" });
  const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "d@b.example" });
  const passed = await stepRightsRequest(ctx, asked, "relayed", { means: "telephone" });
  await stepRightsRequest(ctx, passed, "not-ours", { cause: "no-data" });
  expect(await tellingIdsOf(asked.id)).toEqual([]);
});

it("ends one whose execution is ordered by the person's withdrawal alone", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "e@b.example" });
  await instruct(asked, controllerId, "execute");
  const set = (cause: string) =>
    recordEvent(
      ctx,
      requestEventSchema.parse({
        id: asked.id,
        version: asked.version + 1,
        kind: "not-ours",
        cause,
        ...typed,
      }),
    );
  expect(JSON.stringify(await set("no-data"))).toMatch(/cause.*onlyWithdrawn/);
  expect(await set("withdrawn")).toMatchObject({ ok: true });
});

it("ends one that is refused by the person's withdrawal alone, and tells its client", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "m@b.example" });
  const passed = await stepRightsRequest(ctx, asked, "relayed", { means: "telephone" });
  const refused = await stepRightsRequest(ctx, passed, "refused", { ground: "identity" });
  await expect(stepRightsRequest(ctx, refused, "not-ours", { cause: "no-data" })).rejects.toThrow(
    "onlyWithdrawn",
  );
  await stepRightsRequest(ctx, refused, "not-ours", { cause: "withdrawn" });
  expect(await tellingIdsOf(asked.id)).toHaveLength(1);
});

/** Requests that a contact of a controller reads in its portal, with cause and instant of their end. */
async function seenBy(contact: MadeContact) {
  const found = await withOrg(contact.scope, (tx) => findRelayed(tx));
  return found.map(({ id, file: { state, setAside } }) => ({ id, state, cause: setAside?.value.cause }));
}

describe("in the portal", () => {
  it("stays shown to the client that had it, with its cause, until it is taken up again", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const foreign = await makeContact(ctx);
    const made = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "f@b.example" });
    const passed = await stepRightsRequest(ctx, made, "relayed", { means: "telephone" });
    const ended = await stepRightsRequest(ctx, passed, "not-ours", { cause: "withdrawn" });
    const { id } = made;
    expect(await seenBy(contact)).toEqual([{ id, state: "not-ours", cause: "withdrawn" }]);
    expect(await seenBy(foreign)).toEqual([]);
    const again = await stepRightsRequest(ctx, ended, "reopened");
    expect(await seenBy(contact)).toEqual([]);
    await stepRightsRequest(ctx, again, "relayed", { means: "telephone" });
    expect(await seenBy(contact)).toEqual([{ id, state: "relayed", cause: undefined }]);
  });

  it("is shown to no client that never had it, closed or not", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const made = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "g@b.example" });
    const ended = await stepRightsRequest(ctx, made, "not-ours", { cause: "no-request" });
    expect(await seenBy(contact)).toEqual([]);
    await stepRightsRequest(ctx, ended, "closed");
    expect(await seenBy(contact)).toEqual([]);
  });

  it("takes no act of the client any more", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const made = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "h@b.example" });
    const passed = await stepRightsRequest(ctx, made, "relayed", { means: "telephone" });
    const ended = await stepRightsRequest(ctx, passed, "not-ours", { cause: "withdrawn" });
    const input = rightsAnswerSchema.parse({
      id: made.id,
      version: ended.version,
      answer: "execute",
      power: "x",
    });
    expect(await answerRequest(contact, input)).toMatchObject({ ok: false });
  });
});

it("is told to its person where we were to answer it, in the language that it chose", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "i@b.example" });
  const personally = await instruct(asked, controllerId, "execute-and-answer");
  await stepRightsRequest(ctx, personally, "not-ours", { cause: "withdrawn" });
  const [letter, ...more] = await lettersToPersons();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ toAddress: "" });
  const other = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "j@b.example" });
  await stepRightsRequest(ctx, await instruct(other, controllerId, "execute"), "not-ours", {
    cause: "withdrawn",
  });
  expect(await lettersToPersons()).toHaveLength(1);
});

it.each<[string, string | null, boolean, boolean]>([
  ["nothing decided", null, false, false],
  ["execute", "execute", false, false],
  ["execute-and-answer", "execute-and-answer", false, true],
  ["refuse, by instruction", "refuse", false, false],
  ["refuse", null, true, false],
  ["execute-and-answer, then refuse", "execute-and-answer", true, false],
])(
  "withdrawn after %s is told to its person only where we are to answer it",
  async (_, decision, isRefused, isTold) => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    for (const contact of [`w${crypto.randomUUID()}@b.example`, ""]) {
      const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact });
      const passed = await stepRightsRequest(ctx, asked, "relayed", { means: "telephone" });
      const decided = decision === null ? passed : await instruct(passed, controllerId, decision);
      const last = isRefused
        ? await stepRightsRequest(ctx, decided, "refused", { ground: "identity" })
        : decided;
      await stepRightsRequest(ctx, last, "not-ours", { cause: "withdrawn" });
      const { value } = await withOrg(ctx.scope, (tx) =>
        tx.rightsRequestFact.findFirstOrThrow({ where: { requestId: asked.id, kind: "not-ours" } }),
      );
      const ids = (value as { personTellingIds?: string[] }).personTellingIds;
      expect(ids?.length).toBe(isTold ? (contact === "" ? 0 : 1) : undefined);
    }
  },
);

it("stays owed on Today until its letter has left", async () => {
  const { id: controllerId } = await makeController(ctx);
  const asked = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "k@b.example" });
  const passed = await stepRightsRequest(ctx, asked, "relayed", { means: "telephone" });
  await stepRightsRequest(ctx, passed, "not-ours", { cause: "no-data" });
  const owed = async () => {
    const later = new Date(ctx.now.getTime() + 90 * 86_400_000);
    const given = { now: later.getTime(), doneSince: later } as Parameters<
      typeof findRightsRequestObligations
    >[1];
    const found = await withOrg(ctx.scope, (tx) => findRightsRequestObligations(tx, given));
    return found
      .filter(({ subject, doneAt }) => subject.id === asked.id && doneAt === null)
      .map(({ kind }) => kind);
  };
  expect(await owed()).toEqual(["rights-request.tell-set-aside"]);
  const ids = (await tellingIdsOf(asked.id)) ?? [];
  await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.updateMany({
      where: { id: { in: ids } },
      data: { state: "accepted", acceptedAt: ctx.now },
    }),
  );
  expect(await owed()).toEqual([]);
});
