import { describe, expect, it } from "vitest";
import { updateController } from "@/lib/features/controller/write/mutations";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { controllerArchiveSchema, controllerUpdateSchema } from "@/lib/features/controller/schema";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { reassessRecords } from "@/lib/features/reassessment/write/mutations";
import { endOfDay } from "@/lib/domain/time/zones";
import { assess } from "@/lib/domain/processing-record/completeness";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findBeginning, findChoicesAt, findOrganisationFactsAt, findRecordsAt } from "./as-of";
import { controllerOf, findMeasureNames, findRecord, findStateFacts } from "./queries";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { countViews, findRecordPage, searchRecords } from "./list";
import { recordQuerySchema } from "@/lib/features/processing-record/list-schema";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, "Centre", new Date("2026-01-02T10:00:00Z"));

/** Actor at another instant. */
const at = (instant: string): MadeOrganisation => ({ ...ctx, now: new Date(instant) });
const endOf = (day: string) => new Date(endOfDay("Africa/Casablanca", day));
const read = <T>(work: Parameters<typeof withOrg<T>>[1]) => withOrg(ctx.scope, work);
const list = (
  day: string,
  search: Record<string, string> = {},
  capacity: "processor" | "controller" = "processor",
) =>
  read(async (tx) => {
    const units = (await searchRecords(tx, search.q ?? ""))?.units;
    const asked = { today: day, capacity, at: endOf(day), units };
    return findRecordPage(tx, recordQuerySchema.parse(search), asked);
  });
const renamed = (row: { id: string; version: number }, legalName: string) =>
  controllerUpdateSchema.parse({
    id: row.id,
    version: row.version,
    legalName,
    country: "FR",
    language: "fr",
  });
const operations = (record: { id: string; version: number }, activity: string, stated = "Saisie") =>
  sectionSaveSchema.parse({
    section: "operations",
    id: record.id,
    version: record.version,
    activity,
    operations: stated,
  });

describe("a register as of a day", () => {
  it("says what was recorded by the end of that day in Casablanca, of the entry and of its controller", async () => {
    const client = await makeController(at("2026-02-01T09:00:00Z"), { legalName: "Orvelle" });
    const record = await makeRecord(at("2026-02-01T09:30:00Z"), {
      controllerId: client.id,
      activity: "Appels",
    });
    // Last hour of 14 March in Casablanca, already 15 March in Paris.
    valueOf(await saveRecordSection(at("2026-03-14T23:30:00Z"), operations(record, "Appels entrants")));
    valueOf(await updateController(at("2026-04-01T09:00:00Z"), renamed(client, "Voltiris")));
    // Midnight in Casablanca is 23:00 UTC at GMT+1.
    valueOf(
      await saveRecordSection(at("2026-06-10T23:30:00Z"), operations({ ...record, version: 2 }, "Chat")),
    );

    const stated = async (day: string) =>
      (await list(day)).map(({ activity, controller, version }) => [activity, controller, version]);
    expect(await stated("2026-01-31")).toEqual([]);
    expect(await stated("2026-03-13")).toEqual([["Appels", "Orvelle", 1]]);
    expect(await stated("2026-03-14")).toEqual([["Appels entrants", "Orvelle", 2]]);
    expect(await stated("2026-06-10")).toEqual([["Appels entrants", "Voltiris", 2]]);
    expect(await stated("2026-06-11")).toEqual([["Chat", "Voltiris", 3]]);

    const [then] = await read((tx) => findRecordsAt(tx, endOf("2026-03-14"), { id: record.id }));
    expect(then).toMatchObject({
      version: 2,
      content: { activity: "Appels entrants" },
      controller: { legalName: "Orvelle" },
    });
  });

  it("answers filters, views and the search by what was said then", async () => {
    const record = await makeRecord(at("2026-02-02T09:00:00Z"), { activity: "Relances amiables" });
    const end = { id: record.id, version: 1, event: "end", on: "2026-05-01", reason: "Fin" } as const;
    valueOf(await moveRecord(at("2026-05-02T09:00:00Z"), end));
    const views = (day: string, search: Record<string, string>) =>
      read(async (tx) => {
        const units = (await searchRecords(tx, search.q ?? ""))?.units;
        return countViews(tx, recordQuerySchema.parse(search), { today: day, at: endOf(day), units });
      });
    expect(await views("2026-04-30", { q: "relances" })).toMatchObject({ all: 1, gaps: 1, closed: 0 });
    expect(await views("2026-05-02", { q: "relances" })).toMatchObject({ all: 1, gaps: 0, closed: 1 });
    expect(await list("2026-04-30", { state: "ended" })).toEqual([]);
    expect(await list("2026-05-02", { state: "ended", controller: record.controllerId })).toHaveLength(1);
    expect(await list("2026-05-02", { q: "relances", sort: "gaps" })).toHaveLength(1);
    const facts = (day: string) => read((tx) => findStateFacts(tx, record.id, endOf(day)));
    expect(await facts("2026-05-01")).toEqual([]);
    expect(await facts("2026-05-02")).toMatchObject([{ event: "end", since: "2026-05-01" }]);
  });

  it("knows the company's own register too, and neither in the other", async () => {
    await makeOwnRecord(at("2026-02-03T09:00:00Z"), { activity: "Paie", purposes: ["Salaires"] });
    expect(await list("2026-02-02", {}, "controller")).toEqual([]);
    expect(await list("2026-02-03", { q: "salaires" }, "controller")).toMatchObject([
      { activity: "Paie", purposes: ["Salaires"] },
    ]);
    expect(await list("2026-02-03", { q: "Paie" })).toEqual([]);
  });

  it("shows gaps as they were last found by then, though nobody said anything since", async () => {
    const client = await makeController(at("2026-02-04T09:00:00Z"), { legalName: "Sans contact" });
    await makeRecord(at("2026-02-04T09:30:00Z"), { controllerId: client.id, activity: "Sondage" });
    const gaps = async (day: string) => (await list(day, { q: "sondage" }))[0]!.gapCodes;
    const found = await gaps("2026-02-04");
    const emptied = { ...renamed(client, "Sans contact"), country: null, address: "" };
    const later = at("2026-03-20T09:00:00Z");
    valueOf(await updateController(later, emptied));
    await withOrg(later.scope, (tx) =>
      reassessRecords(tx, later, { event: "controller.changed", controllerIds: [client.id] }),
    );
    expect(await gaps("2026-03-19")).toEqual(found);
    expect((await gaps("2026-03-20")).length).toBeGreaterThan(found.length);
  });

  it("says its measures and gaps as they stood: one retired later was in place", async () => {
    const measure = await makeMeasure(at("2026-02-05T09:00:00Z"), { title: "Gardien de nuit" });
    const record = await makeRecord(at("2026-02-05T10:00:00Z"), { activity: "Accueil" });
    await nameMeasures(at("2026-02-05T11:00:00Z"), record, [measure.id]);
    const retire = { id: measure.id, version: 1, reason: "Contrat terminé", confirmed: true };
    valueOf(await retireMeasure(at("2026-07-01T09:00:00Z"), retire));
    const codes = async (day: string) =>
      read(async (tx) => {
        const then = (await findRecord(tx, record.id, endOf(day)))!;
        const organisation = (await findOrganisationFactsAt(tx, endOf(day)))!;
        const controller = controllerOf(then, organisation);
        return assess({ record: then, controller, organisation, on: day }).map(({ code }) => code);
      });
    expect(await codes("2026-06-30")).not.toContain("ADV-measure");
    expect(await codes("2026-07-01")).toContain("ADV-measure");
    expect(await read((tx) => findMeasureNames(tx, [measure.id], endOf("2026-06-30")))).toMatchObject([
      { title: "Gardien de nuit" },
    ]);
    expect(await read((tx) => findMeasureNames(tx, [measure.id], endOf("2026-02-04")))).toEqual([]);
  });

  it("keeps an archived controller in the days in which it was none", async () => {
    const client = await makeController(at("2026-02-06T09:00:00Z"), { legalName: "Éphémère" });
    const input = controllerArchiveSchema.parse({ id: client.id, version: 1, reason: "Contrat terminé" });
    valueOf(await archiveController(at("2026-03-01T09:00:00Z"), input));
    const names = async (day: string) =>
      (await read((tx) => findChoicesAt(tx, endOf(day)))).map(({ legalName }) => legalName);
    expect(await names("2026-02-28")).toContain("Éphémère");
    expect(await names("2026-03-01")).not.toContain("Éphémère");
  });

  it("begins with the organisation, and holds nothing of another", async () => {
    expect(await read(findBeginning)).toEqual(new Date("2026-01-02T10:00:00Z"));
    expect(await read((tx) => findOrganisationFactsAt(tx, endOf("2026-01-01")))).toBeNull();
    const foreign = await makeOrganisation(database.ownerUrl, "Autre", new Date("2026-01-02T10:00:00Z"));
    const seen = await withOrg(foreign.scope, (tx) => findRecordsAt(tx, endOf("2026-06-30"), {}));
    expect(seen).toEqual([]);
  });
});
