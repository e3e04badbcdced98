import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import type { ContactCtx } from "@/lib/platform/request/context";
import { streamsOf } from "@/lib/platform/pdf/pdf-probe.fixture";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportExtract, exportRegister } from "@/lib/features/export/write/mutations";
import { exportSchema, extractSchema } from "./schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contact: MadeContact;
const JOINT = "Brenval SA, dpo@brenval.example";

const at = <C extends { now: Date }>(who: C, day: string): C => ({
  ...who,
  now: new Date(`${day}T10:00:00Z`),
});

beforeAll(async () => {
  database = await freshDatabase();
  ctx = at(
    await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-01T10:00:00Z")),
    "2026-11-02",
  );
  const voltiris = await makeController(ctx, { legalName: "Voltiris", otherControllers: JOINT });
  await makeActive({ controllerId: voltiris.id, activity: "Relances", notes: "Comme chez Orvelle." });
  await makeRecord(ctx, { controllerId: voltiris.id, activity: "Un projet" });
  const orvelle = await makeController(ctx, { legalName: "Orvelle" });
  await makeActive({ controllerId: orvelle.id, activity: "Fidélité" });
  contact = at(await makeContact(ctx, { controllerId: voltiris.id, role: "reader" }), "2026-11-20");
});
afterAll(() => database.drop());

/** Active entry with internal notes and a measure of its own. */
async function makeActive({
  notes = "",
  ...words
}: {
  controllerId: string;
  activity: string;
  notes?: string;
}) {
  const record = await makeRecord(ctx, words);
  const saved = await nameMeasures(ctx, record, [
    (await makeMeasure(ctx, { title: `Coffre ${words.activity}` })).id,
  ]);
  const input = { section: "additional", id: record.id, version: saved.version, notes };
  const { version } = valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(input)));
  const move = { id: record.id, version, event: "activate", on: "2026-01-05", reason: "" } as const;
  return valueOf(await moveRecord(ctx, move));
}

async function exportFor(stated: Record<string, string>, by: ContactCtx = contact) {
  const { body, ...taken } = valueOf(await exportExtract(by, extractSchema.parse(stated)));
  return { ...taken, bytes: new Uint8Array(await new Response(body).arrayBuffer()) };
}
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};

describe("takeExtract", () => {
  it.each(["pdf", "xlsx", "json"] as const)(
    "gives a controller its own entries as %s, without drafts, notes, or anybody else's name",
    async (format) => {
      const { bytes, fileName } = await exportFor({ format });
      expect(fileName).toMatch(new RegExp(`^registre-centre-[\\w-]+-voltiris-2026-11-20\\.${format}$`));
      const stated = await {
        pdf: () =>
          streamsOf(bytes)
            .filter((stream) => stream.includes("amana-register/1"))
            .map(textOf)
            .join(""),
        xlsx: async () => JSON.stringify(await readWorkbook(bytes)),
        json: () => textOf(bytes),
      }[format]();
      expect(stated).toContain("Relances");
      expect(stated).toContain("Coffre Relances");
      // Its joint controllers, 26(1).
      expect(stated).toContain(JOINT);
      for (const foreign of ["Un projet", "Orvelle", "Fidélité"]) expect(stated).not.toContain(foreign);
      // Findings of the processor, absent from an extract.
      for (const finding of ['"gaps"', "ADV-", "REG-"]) expect(stated).not.toContain(finding);
    },
  );

  it("says in the journal which contact took what, under the hash that the document bears", async () => {
    const { bytes, fileName } = await exportFor({ format: "json" });
    const { contentHash } = JSON.parse(textOf(bytes));
    expect(await lastEntry()).toMatchObject({
      event: "export.taken",
      actor: { kind: "controller-contact", name: "Claire Vasseur" },
      subject: { label: fileName },
      after: { scope: { kind: "controller", name: "Voltiris" }, records: 1, digest: contentHash },
    });
  });

  it("gives what the register said on a day, by the names and the measures of that day", async () => {
    const then = JSON.parse(textOf((await exportFor({ format: "json", on: "2026-11-02" })).bytes));
    expect(then.records).toMatchObject([{ controller: { jointControllers: [JOINT] } }]);
    for (const format of ["pdf", "xlsx", "json"] as const) {
      const before = await exportExtract(contact, extractSchema.parse({ format, on: "2026-11-01" }));
      expect(before).toMatchObject({
        refusal: { kind: "invalid", issues: [{ path: "on", key: "nothing" }] },
      });
    }
    const future = await exportExtract(contact, extractSchema.parse({ format: "json", on: "2027-01-01" }));
    expect(future).toMatchObject({ refusal: { kind: "invalid", issues: [{ path: "on", key: "future" }] } });
  });

  it("holds what was said with it about its entries by then, and nothing of what was said with another", async () => {
    const stated = async (on = "") => JSON.parse(textOf((await exportFor({ format: "json", on })).bytes));
    const entry = (activity: string) =>
      withOrg(ctx.scope, (tx) =>
        tx.processingRecord.findFirstOrThrow({ where: { activity }, select: { id: true, reference: true } }),
      );
    const [own, theirs] = [await entry("Relances"), await entry("Fidélité")];
    await addMessage(at(ctx, "2026-11-10"), own.id, { text: "Les sauvegardes sont à Rabat." });
    await addMessage(contact, own.id, { text: "Depuis quand ?" });
    await addMessage(ctx, theirs.id, { text: "Rien pour Voltiris.", areNamesConfirmed: "on" });
    const first = { number: 1, side: "staff", kind: "message", text: "Les sauvegardes sont à Rabat." };
    expect(await stated()).toMatchObject({
      threads: [
        {
          reference: own.reference,
          controller: "Voltiris",
          messages: [first, { number: 2, side: "contact", author: "Claire Vasseur" }],
        },
      ],
      threadsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await stated("2026-11-15")).threads).toMatchObject([{ messages: [first] }]);
    expect((await stated("2026-11-05")).threads).toEqual([]);

    const sheets = async (on = "") => {
      const reading = await readWorkbook((await exportFor({ format: "xlsx", on })).bytes);
      return reading.ok ? reading.sheets : [];
    };
    const [cover, register, threads] = await sheets();
    expect([cover, register, threads].map((sheet) => sheet?.name)).toEqual([
      ...["Page commune", "Registre", "Échanges"],
    ]);
    const spoken = JSON.stringify(threads);
    for (const text of ["Les sauvegardes sont à Rabat.", "Depuis quand ?", "Claire Vasseur"])
      expect(spoken).toContain(text);
    expect(spoken).not.toContain("Rien pour Voltiris.");
    expect(await sheets("2026-11-05")).toHaveLength(2);
  });

  it("is refused beyond thirty in an hour", async () => {
    const eager = await makeContact(ctx, { controllerId: contact.actor.controllerId });
    for (let taken = 0; taken < 30; taken += 1) await exportFor({ format: "json" }, eager);
    expect(await exportExtract(eager, extractSchema.parse({ format: "json" }))).toMatchObject({
      refusal: { kind: "invalid", issues: [{ key: "tooMany" }] },
    });
  });
});

describe("a contact's scope", () => {
  it("opens neither the whole register, nor another controller's part, nor the processor's own", async () => {
    const orvelle = await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirstOrThrow({ where: { legalName: "Orvelle" }, select: { id: true } }),
    );
    for (const stated of [{}, { controller: orvelle.id }, { register: "controller" }])
      expect(
        await exportRegister(contact, ctx.slug, exportSchema.parse({ format: "json", ...stated })),
      ).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("reads by raw SQL the measures that its entries name, its own versions, and no other's", async () => {
    await adoptMeasure(ctx, "two-factors");
    const titles = await withOrg(contact.scope, (tx) => tx.measure.findMany({ select: { title: true } }));
    expect(titles).toEqual([{ title: "Coffre Relances" }]);
    const stored = await withOrg(contact.scope, (tx) =>
      tx.measureVersion.findMany({ select: { title: true } }),
    );
    expect(stored).toEqual([{ title: "Coffre Relances" }]);
    const versions = await withOrg(contact.scope, (tx) =>
      tx.controllerVersion.findMany({ select: { controllerId: true } }),
    );
    expect(new Set(versions.map(({ controllerId }) => controllerId))).toEqual(
      new Set([contact.actor.controllerId]),
    );
  });
});
