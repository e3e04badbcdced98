import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { streamsOf } from "@/lib/platform/pdf/pdf-probe.fixture";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { RECORDS_PER_VOLUME } from "@/lib/features/export/print/volumes";
import { prepareExports, database, ctx, exportAs, textOf } from "./export.fixture";

prepareExports();

const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};

/** File names from the archive's directory. */
const namesIn = (zip: Uint8Array) => {
  const bytes = Buffer.from(zip);
  return [...bytes.toString("latin1").matchAll(/PK\x01\x02/g)].map(({ index }) =>
    bytes.toString("utf8", index + 46, index + 46 + bytes.readUInt16LE(index + 28)),
  );
};

describe("exportRegister", () => {
  it("hands over a PDF and says in the journal who took what, under which hash", async () => {
    const record = await makeRecord(ctx);
    const taken = valueOf(await exportAs({ format: "pdf" }));
    expect(taken.contentType).toBe("application/pdf");
    expect(textOf(taken.body.slice(0, 5))).toBe("%PDF-");
    expect(taken.fileName).toMatch(/^registre-centre-[\w-]+-interne-avec-brouillons-\d{4}-\d{2}-\d{2}\.pdf$/);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      event: "export.taken",
      actor: { id: ctx.actor.memberId },
      subject: { label: taken.fileName },
      after: { format: "pdf", records: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(record.reference).toBe("T-001");
  });

  it(
    "hands over a long register in volumes of one archive, each under its own hash",
    { timeout: 60_000 },
    async () => {
      const org = await makeOrganisation(database.ownerUrl);
      const { id } = await makeRecord(org);
      await withOrg(org.scope, async (tx) => {
        const row = await tx.processingRecord.findFirstOrThrow({ where: { id } });
        const copies = Array.from({ length: RECORDS_PER_VOLUME }, (_, index) => ({
          ...row,
          id: crypto.randomUUID(),
          reference: `C-${index}`,
          content: row.content as object,
        }));
        await tx.processingRecord.createMany({ data: copies });
      });
      const taken = valueOf(await exportAs({ format: "pdf" }, org));
      expect(taken).toMatchObject({
        contentType: "application/zip",
        fileName: expect.stringMatching(/\.zip$/),
      });
      const entries = await withOrg(org.scope, (tx) =>
        tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 2 }),
      );
      const [second, first] = entries.map(({ text }) => JSON.parse(text!));
      expect([first.after.records, second.after.records]).toEqual([RECORDS_PER_VOLUME, 1]);
      expect(first.after.digest).not.toBe(second.after.digest);
      expect(namesIn(taken.body)).toEqual([first.subject.label, second.subject.label]);
      expect(second.subject.label).toMatch(/-vol-2-sur-2\.pdf$/);
    },
  );

  it("hands over a workbook in the language asked for", async () => {
    const taken = valueOf(await exportAs({ format: "xlsx", language: "ar" }));
    expect(taken.contentType).toMatch(/spreadsheetml/);
    expect(textOf(taken.body.slice(0, 2))).toBe("PK");
    expect(taken.fileName).toMatch(/\.xlsx$/);
    expect((await lastEntry()).after).toMatchObject({ format: "xlsx", language: "ar" });
  });

  it("says the measures of the library in the language of the document, and a retired one in its gap", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const stored = await adoptMeasure(org, "clean-desk");
    const gone = await makeMeasure(org, { title: "Gardien de nuit" });
    await nameMeasures(org, await makeRecord(org), [stored.id, gone.id], "Coffre à clés");
    const retire = { id: gone.id, version: 1, reason: "Contrat terminé", confirmed: true };
    valueOf(await retireMeasure(org, retire));
    const table = textOf(valueOf(await exportAs({ format: "csv", language: "en" }, org)).body);
    expect(table).toContain(`"Clean desks, no phone or paper on the floor ; Gardien de nuit";Coffre à clés;`);
    expect(withoutIsolates(table)).toMatch(/measure retired \(art\.\s32\(1\)\)/);
    const pdf = valueOf(await exportAs({ format: "pdf", language: "fr" }, org)).body;
    const [attached] = streamsOf(pdf).filter((stream) => stream.includes("amana-register/1"));
    expect(textOf(attached!)).toContain('"libraryCode":"clean-desk","reference":"M-001","title":""');
  });

  it("gives one controller its own rows only", async () => {
    const own = await makeController(ctx, { legalName: "Voltiris" });
    await makeRecord(ctx, { controllerId: own.id, activity: "Relances" });
    const table = textOf(valueOf(await exportAs({ format: "csv", controller: own.id })).body);
    expect(table.trim().split("\r\n")).toHaveLength(2);
    expect(table).toContain("Voltiris");
    expect(table).not.toContain("Orvelle");
    expect((await lastEntry()).after).toMatchObject({
      scope: { kind: "controller", name: "Voltiris" },
      records: 1,
    });
  });

  it("hands over the entries of a controller that was archived since", async () => {
    const org = await makeOrganisation(database.ownerUrl);
    const client = await makeController(org);
    const { id } = await makeRecord(org, { controllerId: client.id });
    valueOf(await moveRecord(org, { id, version: 1, event: "end", on: "2026-01-05", reason: "Fin" }));
    valueOf(await archiveController(org, { id: client.id, version: 1, reason: "Contrat terminé" }));
    expect(await exportAs({ format: "csv" }, org)).toMatchObject({ ok: true });
  });

  it("is not found for a controller of another organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    const { id } = await makeController(foreign);
    expect(await exportAs({ format: "csv", controller: id })).toMatchObject({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });
});

describe("what is said before, and what is left out", () => {
  it.each(["pdf", "xlsx", "ods", "csv", "json"] as const)(
    "says before it makes a %s that nothing was recorded on the day, of all clients or of one",
    async (format) => {
      const { controllerId } = await makeRecord(ctx);
      for (const controller of ["", controllerId!]) {
        const asked = { format, on: "2020-01-01", controller };
        expect(await exportAs(asked)).toMatchObject({
          refusal: { kind: "invalid", issues: [{ path: "on", key: "nothing" }] },
        });
        expect(valueOf(await exportAs({ ...asked, evenEmpty: "true" })).body.length).toBeGreaterThan(0);
      }
    },
  );

  it("hands over a register as kept: no gap, no advice, no history, and says so in the journal", async () => {
    await makeActiveRecord(ctx, { activity: "Appels sortants", operations: [] });
    const whole = JSON.parse(textOf(valueOf(await exportAs({ format: "json" })).body));
    expect(whole.records.some(({ gaps }: { gaps: unknown[] }) => gaps.length > 0)).toBe(true);
    expect(await lastEntry()).toMatchObject({ after: { contents: "with-findings" } });
    const stored = JSON.parse(textOf(valueOf(await exportAs({ format: "json", contents: "as-kept" })).body));
    expect(await lastEntry()).toMatchObject({ after: { contents: "as-kept", digest: stored.contentHash } });
    expect(Object.keys(stored)).not.toContain("history");
    expect(Object.keys(stored)).not.toContain("threads");
    const kept = whole.records.filter(({ state }: { state: string }) => state !== "draft");
    const withoutGaps = kept.map(({ gaps: _, ...record }: Record<string, unknown>) => record);
    expect(stored.records).toEqual(withoutGaps);
    const [table, pdf] = [
      textOf(valueOf(await exportAs({ format: "csv", contents: "as-kept" })).body),
      valueOf(await exportAs({ format: "pdf", contents: "as-kept" })).body,
    ];
    expect(withoutIsolates(table)).not.toMatch(/Lacunes|\(art\.\s28\(3\)\)/);
    const attached = streamsOf(pdf)
      .find((stream) => stream.includes("amana-register/1"))!
      .toString("utf8");
    expect(attached).not.toContain('"gaps"');
    expect(createHash("sha256").update(attached).digest("hex")).toBe(stored.contentHash);
  });
});
