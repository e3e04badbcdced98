import { describe, expect, it } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { createRecord, moveRecord, reviewRecord, saveRecordSection } from "./mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

const lastEvent = (of: StaffCtx) =>
  withOrg(of.scope, (tx) =>
    tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, subjectId: true } }),
  );
const versions = (of: StaffCtx, recordId: string) =>
  withOrg(of.scope, (tx) => tx.recordVersion.findMany({ where: { recordId }, orderBy: { version: "asc" } }));
const stored = (of: StaffCtx, id: string) =>
  withOrg(of.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));

describe("createRecord", () => {
  it("writes a draft with its gaps, its first version and its journal entry", async () => {
    const record = await makeRecord(ctx);
    const row = await stored(ctx, record.id);
    expect(row).toMatchObject({ state: "draft", version: 1, reference: record.reference });
    expect(row.gapCodes).toContain("REG-6");
    expect(row.requiredGaps).toBeGreaterThan(0);
    expect(await versions(ctx, record.id)).toMatchObject([
      { version: 1, change: "created", supersededAt: null },
    ]);
    expect(await lastEvent(ctx)).toEqual({ event: "record.created", subjectId: record.id });
  });

  it("numbers one after the other", async () => {
    const [a, b] = [await makeRecord(ctx), await makeRecord(ctx)];
    expect(Number(b.reference.slice(2))).toBe(Number(a.reference.slice(2)) + 1);
  });

  it("gives six who write at once six numbers, whatever odd references there are", async () => {
    const odd = await makeRecord(ctx);
    const renamed = {
      section: "parties",
      id: odd.id,
      version: 1,
      controllerId: odd.controllerId,
      reference: "T-0001",
    };
    valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(renamed)));
    const made = await Promise.all(
      Array.from({ length: 6 }, () => makeRecord(ctx, { controllerId: odd.controllerId })),
    );
    expect(new Set(made.map(({ reference }) => reference)).size).toBe(6);
  });

  it("refuses a viewer, and a controller of another organisation", async () => {
    const controller = await makeController(ctx);
    const input = { controllerId: controller.id, activity: "Chat", operations: [] };
    expect(await createRecord(as(ctx, "viewer"), input)).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    expect(await createRecord(foreign, input)).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
  });
});

describe("saveRecordSection", () => {
  it("saves one section, keeps both versions, and journals what changed alone", async () => {
    const record = await makeRecord(ctx);
    const saved = valueOf(
      await saveRecordSection(
        ctx,
        sectionSaveSchema.parse({
          section: "transfers",
          id: record.id,
          version: 1,
          transferAnswer: "yes",
          destinations: [
            {
              country: "MA",
              place: "Casablanca",
              instrument: "scc-2021-914",
              sccModule: "2",
              signedOn: "10/01/2026",
              assessedOn: "8 janvier 2026",
            },
            { country: "", place: "", instrument: "", sccModule: "", signedOn: "", assessedOn: "" },
          ],
        }),
      ),
    );
    expect(saved.content.destinations).toHaveLength(1);
    expect(saved.content.destinations[0]).toMatchObject({
      country: "MA",
      sccModule: 2,
      signedOn: { value: "2026-01-10" },
    });
    const row = await stored(ctx, record.id);
    expect(row).toMatchObject({ version: 2, countries: ["MA"], instruments: ["scc-2021-914:2"] });
    expect(row.gapCodes).not.toContain("REG-6");
    const [first, second] = await versions(ctx, record.id);
    expect(first!.supersededAt).toEqual(second!.recordedAt);
    expect(second).toMatchObject({ change: "saved", supersededAt: null });
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(Object.keys(JSON.parse(entry.text!).after).sort()).toEqual(["destinations", "transferAnswer"]);
  });

  it.each([
    ["transfers", { destinations: [{ country: "MA", signedOn: "10/01/2099" }] }, "destinations.0.signedOn"],
    ["transfers", { destinations: [{ country: "MA", assessedOn: "2099" }] }, "destinations.0.assessedOn"],
    ["additional", { reviewedOn: "mars 2099" }, "reviewedOn"],
  ])("refuses in %s a day to come where only the past makes sense: %j", async (section, stated, path) => {
    const record = await makeRecord(ctx);
    const input = sectionSaveSchema.parse({ section, id: record.id, version: 1, ...stated });
    expect(await saveRecordSection(ctx, input)).toMatchObject({
      refusal: { kind: "invalid", issues: [{ path, key: "dateAhead" }] },
    });
    expect(await stored(ctx, record.id)).toMatchObject({ version: 1 });
  });

  it("answers a second writer with what stands now, and writes nothing", async () => {
    const record = await makeRecord(ctx);
    const save = (activity: string) =>
      saveRecordSection(
        ctx,
        sectionSaveSchema.parse({
          section: "operations",
          id: record.id,
          version: 1,
          activity,
          operations: "a\nb",
        }),
      );
    valueOf(await save("Appels du matin"));
    expect(await save("Appels du soir")).toMatchObject({
      ok: false,
      refusal: {
        kind: "conflict",
        version: 2,
        author: ctx.actor.name,
        current: { activity: "Appels du matin" },
      },
    });
    expect(await versions(ctx, record.id)).toHaveLength(2);
  });

  it("refuses a reference that another entry bears", async () => {
    const [a, b] = [await makeRecord(ctx), await makeRecord(ctx)];
    const input = sectionSaveSchema.parse({
      section: "parties",
      id: b.id,
      version: 1,
      controllerId: b.controllerId,
      reference: a.reference,
    });
    expect(await saveRecordSection(ctx, input)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ path: "reference", key: "referenceUsed" }] },
    });
  });

  it("is not found from another organisation, and forbidden to a viewer", async () => {
    const record = await makeRecord(ctx);
    const input = sectionSaveSchema.parse({
      section: "security",
      id: record.id,
      version: 1,
      measures: "VPN",
    });
    expect(await saveRecordSection(foreign, input)).toMatchObject({
      ok: false,
      refusal: { kind: "not-found" },
    });
    expect(await saveRecordSection(as(ctx, "viewer"), input)).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    expect((await stored(ctx, record.id)).version).toBe(1);
  });
});

describe("moveRecord", () => {
  it("goes from draft to active to ended as dated facts", async () => {
    const record = await makeRecord(ctx);
    const on = "2026-01-05";
    valueOf(await moveRecord(ctx, { id: record.id, version: 1, event: "activate", on, reason: "" }));
    valueOf(
      await moveRecord(ctx, {
        id: record.id,
        version: 2,
        event: "end",
        on: "2026-02-01",
        reason: "Fin du contrat",
      }),
    );
    expect(await stored(ctx, record.id)).toMatchObject({
      state: "ended",
      stateSince: "2026-02-01",
      version: 3,
    });
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.recordStateFact.findMany({ where: { recordId: record.id }, orderBy: { recordedAt: "asc" } }),
    );
    expect(facts.map(({ event, since, reason }) => [event, since, reason])).toEqual([
      ["activate", on, ""],
      ["end", "2026-02-01", "Fin du contrat"],
    ]);
    expect(await lastEvent(ctx)).toMatchObject({ event: "record.ended" });
  });

  it("refuses what the table does not allow, without a trace", async () => {
    const record = await makeRecord(ctx);
    const resume = { id: record.id, version: 1, event: "resume", on: "2026-01-05", reason: "" } as const;
    expect(await moveRecord(ctx, resume)).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    expect(await versions(ctx, record.id)).toHaveLength(1);
    expect(await moveRecord(as(ctx, "editor"), resume)).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
  });
});

describe("reviewRecord", () => {
  it("dates the review by Casablanca's day and the next a year later", async () => {
    const record = await makeRecord(ctx);
    const reviewed = valueOf(
      await reviewRecord({ ...ctx, now: new Date("2026-11-24T23:30:00Z") }, { id: record.id, version: 1 }),
    );
    expect(reviewed.content).toMatchObject({
      reviewedOn: { value: "2026-11-24" },
      reviewDueOn: { value: "2027-11-24" },
    });
  });
});
