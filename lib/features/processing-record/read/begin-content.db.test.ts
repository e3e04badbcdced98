import { describe, expect, it } from "vitest";
import { withoutIsolates } from "@/lib/i18n/bidi";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { openMentions, recordTemplate } from "@/lib/domain/template/library";
import { withOrg } from "@/lib/platform/database/transaction";
import { adoptMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { createRecord } from "@/lib/features/processing-record/write/mutations";
import { recordCreateSchema } from "@/lib/features/processing-record/schema";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const inputFor = async (of: MadeOrganisation, stated: Record<string, unknown> = {}) =>
  recordCreateSchema.parse({
    controllerId: (await makeController(of)).id,
    activity: "Service après-vente",
    operations: "Réception d’appels\nCréation de tickets",
    template: "inbound-support",
    ...stated,
  });
const journalOf = async (of: MadeOrganisation) => {
  const row = await withOrg(of.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const begin = async (of: MadeOrganisation, stated: Record<string, unknown> = {}) =>
  valueOf(await createRecord(of, await inputFor(of, stated)));

describe("createRecord from a template", () => {
  it("writes a draft of what was typed and what the template proposes, and says so in the journal", async () => {
    const { id, state, version, content } = await begin(ctx);
    expect({ state, version }).toEqual({ state: "draft", version: 1 });
    expect(content).toMatchObject({
      activity: "Service après-vente",
      operations: ["Réception d’appels", "Création de tickets"],
      persons: ["Clients et abonnés", "Proches et tiers cités"],
      transferAnswer: "unanswered",
      subProcessorsAnswer: "unanswered",
      subProcessors: [],
      purposes: [],
      legalBases: [],
      measureIds: [],
    });
    expect(content.notes).toContain("art.\u00a028(3)(e)");
    const row = await withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));
    const open = openMentions(recordTemplate("inbound-support")!, { adopted: 0 });
    const codes = row.gapCodes.filter((code) => /^(REG-[5-8]|ADV)/.test(code));
    expect(codes.sort()).toEqual(open.map(({ code }) => code).sort());
    expect(await journalOf(ctx)).toMatchObject({
      event: "record.created",
      subject: { id },
      after: { template: "inbound-support", activity: "Service après-vente" },
    });
  });

  it.each<[Locale, string]>([
    ["fr", "Voix enregistrée"],
    ["en", "Recorded voice"],
    ["ar", "الصوت المسجل"],
  ])(
    "in %s takes the words of the language it was read in, without marks of direction",
    async (language, voice) => {
      const { content } = await begin(ctx, { template: "voicebot", language });
      const t = await translator(language, "template-library");
      expect(content.dataCategories[0]).toBe(voice);
      expect(content.tools).toContain(withoutIsolates(t("tools.voicebot")));
      expect(JSON.stringify(content)).not.toMatch(/[\u200f\u2066-\u2069]/);
    },
  );

  it("names the suggested measures that are in place, and no other", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const [log, training] = [
      await adoptMeasure(org, "access-logs"),
      await adoptMeasure(org, "agent-training"),
    ];
    await adoptMeasure(org, "backups");
    const retired = await adoptMeasure(org, "two-factors");
    const retire = { id: retired.id, version: 1, reason: "Remplacée", confirmed: false };
    valueOf(await retireMeasure(org, retire));
    const { id, content } = await begin(org);
    expect([...content.measureIds].sort()).toEqual([log.id, training.id].sort());
    const row = await withOrg(org.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));
    expect(row.gapCodes).not.toContain("REG-8");
    expect(await begin(ctx)).toMatchObject({ content: { measureIds: [] } });
  });

  it("keeps what the person erased erased", async () => {
    const { content } = await begin(ctx, { operations: "" });
    expect(content.operations).toEqual([]);
  });

  it("finds no template that there is not, and writes nothing", async () => {
    const count = () => withOrg(ctx.scope, (tx) => tx.processingRecord.count());
    const before = await count();
    for (const template of ["constructor", "inbound"])
      expect(await createRecord(ctx, await inputFor(ctx, { template }))).toMatchObject({
        refusal: { kind: "not-found" },
      });
    expect(await count()).toBe(before);
  });

  it("is for those who may write the register, and for its own controllers", async () => {
    const input = await inputFor(ctx);
    expect(await createRecord(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await createRecord(foreign, input)).toMatchObject({
      refusal: { kind: "invalid", issues: [{ path: "controllerId" }] },
    });
  });

  it("says nothing of a template where there was none", async () => {
    await begin(ctx, { template: "" });
    expect((await journalOf(ctx)).after).not.toHaveProperty("template");
  });
});
