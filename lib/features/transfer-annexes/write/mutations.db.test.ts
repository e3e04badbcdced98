import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sniffDocx } from "@/lib/platform/files/sniff-docx";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { adoptMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import {
  makeTransfer,
  makeWholeTransfer,
  fillTransferSection,
  SIGNED_CLAUSES,
} from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { collectAnnexes } from "@/lib/features/transfer-annexes/read/queries";
import { docxText } from "@/lib/features/transfer-annexes/docx-text.fixture";
import { exportAnnexes } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
const foreign = await makeOrganisation(database.ownerUrl);

const collect = (id: string) =>
  withOrg(ctx.scope, (tx) => collectAnnexes(tx, id, { on: "2026-11-24", language: "en" }));
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};

describe("gatherAnnexes", () => {
  it("takes the entries of the controller, their measures and its contract in force, and nobody else's", async () => {
    const controller = await makeController(ctx, { legalName: "Mutuelle des Glacis" });
    const record = await makeRecord(ctx, { controllerId: controller.id, operations: ["Appels entrants"] });
    const measure = await adoptMeasure(ctx, "two-factors");
    await nameMeasures(ctx, record, [measure.id]);
    await makeRecord(ctx, { operations: ["Rien de tel"] });
    const contract = await makeContractInForce(ctx, { controllerId: controller.id });
    const stated = {
      subjectMatter: "Gestion des appels",
      purpose: "Répondre aux adhérents",
      retention: "Six mois",
    };
    await fillSection(ctx, contract, "object", stated);
    const { id } = await makeTransfer(ctx, { controllerId: controller.id });
    expect((await collect(id))!.source).toMatchObject({
      exporter: { name: "Mutuelle des Glacis", activities: "Gestion des appels" },
      records: [{ operations: ["Appels entrants"] }],
      contract: { purpose: "Répondre aux adhérents", retention: "Six mois", endsOn: null },
      measures: [{ reference: measure.reference, title: expect.stringMatching(/factor/) }],
    });
  });

  it("finds no entry for a company that none names below the organisation", async () => {
    await makeRecord(ctx);
    const { id } = await makeTransfer(ctx, {
      flow: "to-sub-processor",
      importerName: "Lexivox",
      controllerId: (await makeController(ctx)).id,
    });
    expect((await collect(id))!.source).toMatchObject({ records: [], importer: { name: "Lexivox" } });
  });
});

describe("takeAnnexes", () => {
  it("gives both forms, and writes in the journal which file was taken", async () => {
    const controller = await makeController(ctx, { legalName: "Filature du Gapeau" });
    const { id, reference } = await makeWholeTransfer(ctx, { controllerId: controller.id });
    const docx = valueOf(await exportAnnexes(ctx, { id, format: "docx", language: "fr" }));
    expect(await sniffDocx(docx.body)).toBe("docx");
    expect(await docxText(docx.body)).toContain("Filature du Gapeau");
    expect(docx.fileName).toBe(`annexes-${reference}-2026-11-24-fr.docx`);
    expect(await lastEntry()).toMatchObject({
      event: "export.taken",
      subject: { label: docx.fileName },
      after: { transfer: reference, digest: createHash("sha256").update(docx.body).digest("hex") },
    });
    const pdf = valueOf(await exportAnnexes(ctx, { id, format: "pdf", language: "en" }));
    expect(Buffer.from(pdf.body.slice(0, 5)).toString()).toBe("%PDF-");
  }, 30_000);

  it("has none but for the clauses they belong to, nor for another organisation", async () => {
    const transfer = await makeTransfer(ctx);
    const asked = { id: transfer.id, format: "docx", language: "fr" } as const;
    expect(await exportAnnexes(ctx, asked)).toMatchObject({ refusal: { kind: "invalid" } });
    await fillTransferSection(ctx, transfer, "tool", SIGNED_CLAUSES);
    expect(await exportAnnexes(foreign, asked)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});
