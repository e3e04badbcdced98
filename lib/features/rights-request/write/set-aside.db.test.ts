import { expect, it } from "vitest";
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
  await withOrg(ctx.scope, async (tx) => {
    await tx.rightsRequestFact.create({
      data: {
        id: crypto.randomUUID(),
        orgId: ctx.scope.org,
        requestId: asked.id,
        controllerId,
        number: asked.version + 1,
        kind: "instructed",
        value: { decision: "execute" },
        at: new Date("2026-01-06T08:00:00Z"),
        recordedAt: new Date("2026-01-06T08:00:00Z"),
        authorKind: "staff",
        authorId: null,
        authorName: "Nour",
      },
    });
    const data = { version: asked.version + 1, state: "instructed" };
    await tx.rightsRequest.updateMany({ where: { id: asked.id }, data });
  });
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
