import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EXPORT_FORMATS, extractSchema } from "@/lib/features/export/schema";
import { exportExtract } from "@/lib/features/export/write/mutations";
import { ctx, database, exportAs, prepareExports, textOf } from "@/lib/features/export/write/export.fixture";
import { whileMoved } from "@/lib/platform/journal/moved-rows.fixture";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeActiveRecord, makeController, makeRecord, valueOf } from "@/prisma/factories/register";

prepareExports();
const WHOLE = { controller: "", language: "fr", contents: "with-findings", on: "" };
const SAID = "Ne concorde pas avec le journal";
let owner: Client;
let ofClient: { id: string; reference: string; controllerId: string };

beforeAll(async () => {
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
  const { id: controllerId } = await makeController(ctx, { legalName: "Voltiris" });
  const { id, reference } = await makeActiveRecord(ctx, { controllerId, activity: "Relances" });
  ofClient = { id, reference, controllerId };
  await makeRecord(ctx, { controllerId, activity: "Fidélité" });
});
afterAll(() => owner.end());

const whileChanged = <T>(see: () => Promise<T>) =>
  whileMoved(owner, { table: "processing_record", column: "id", id: ofClient.id }, see);

/** Addresses that were written to, and how often the journal holds that something disputed was found. */
const told = () =>
  withOrg(ctx.scope, async (tx) => {
    const letters = await tx.outboxMail.findMany({ where: { template: "journal-disputed" } });
    return {
      to: letters.map(({ toAddress }) => toAddress),
      entries: await tx.journalText.count({ where: { event: "journal.disputed" } }),
    };
  });

it("owners and DPO are told by letter as a register or an extract leaves that does not agree", async () => {
  const contact = await makeContact(ctx, { controllerId: ofClient.controllerId, role: "reader" });
  const take = () => exportAs({ ...WHOLE, register: "processor", format: "csv" });
  const extract = () =>
    exportExtract(contact, extractSchema.parse({ format: "json", language: "fr", on: "" }));
  valueOf(await take());
  valueOf(await extract());
  expect(await told()).toEqual({ to: [], entries: 0 });
  valueOf(await whileChanged(extract));
  expect(await told()).toMatchObject({ to: expect.arrayContaining([ctx.email]), entries: 1 });
  const { to } = await told();
  valueOf(await whileChanged(take));
  // Sends one letter a day to each steward, and makes an entry each time.
  expect(await told()).toEqual({ to, entries: 2 });
});

it.each(EXPORT_FORMATS.filter((format) => !format.startsWith("cnil")))(
  "a register as %s says in its name that an entry does not agree with the journal",
  async (format) => {
    const take = async () => valueOf(await exportAs({ ...WHOLE, register: "processor", format }));
    expect((await take()).fileName).not.toContain("ne-concorde-pas");
    const { fileName } = await whileChanged(take);
    expect(fileName).toContain("-ne-concorde-pas-avec-le-journal.");
  },
);

it("a table says it beside the row, a workbook on its cover, JSON by references", async () => {
  const take = async (format: string) =>
    valueOf(await exportAs({ ...WHOLE, register: "processor", format })).body;
  await whileChanged(async () => {
    const lines = textOf(await take("csv")).split("\r\n");
    expect(lines[0]).toMatch(/;Concordance avec le journal$/);
    expect(lines.filter((line) => line.endsWith(";ne concorde pas"))).toHaveLength(1);
    const { taken } = JSON.parse(textOf(await take("json"))) as { taken: unknown };
    expect(taken).toMatchObject({ disputed: [ofClient.reference] });
    const cover = JSON.stringify(await readWorkbook(await take("xlsx")));
    expect(cover).toContain(SAID);
    expect(cover).toContain(ofClient.reference);
  });
  expect(textOf(await take("csv"))).not.toContain("Concordance");
});

it("a client's extract says it too", async () => {
  const contact = await makeContact(ctx, { controllerId: ofClient.controllerId, role: "reader" });
  const take = async () =>
    valueOf(await exportExtract(contact, extractSchema.parse({ format: "json", language: "fr", on: "" })));
  const { fileName } = await whileChanged(take);
  expect(fileName).toContain("-ne-concorde-pas-avec-le-journal.");
});
