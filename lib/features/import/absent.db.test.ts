import { describe, expect, it } from "vitest";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { recordMoveSchema, sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { decideImport } from "@/lib/features/import/write/mutations";
import { decisionsSchema } from "./schema";
import {
  TODAY,
  ROWS,
  MORE,
  database,
  ctx,
  open,
  preview,
  commit,
  importRows,
  find,
  prepareDatabase,
} from "./absent.fixture";

prepareDatabase();

const absentIn = async (id: string, of = ctx) =>
  (await preview(id, of)).plan.absent.map(({ reference }) => reference).sort();

describe("rows that a changed file no longer has", () => {
  it("are shown with the last file that had them, and kept unless somebody chooses otherwise", async () => {
    await importRows([...ROWS, ...MORE]);
    const before = await find("R-4");
    const id = await open([...ROWS, MORE[0]!, "R-5;Orvelle;Rappels;Appels"], { fileName: "b.csv" });
    const { plan } = await preview(id);
    expect(plan.absent).toMatchObject([
      {
        reference: "R-4",
        recordId: before.id,
        controllerName: "Orvelle",
        activity: "Saisie",
        last: { fileName: "registre.csv" },
        choice: "keep",
        refusal: null,
      },
    ]);
    valueOf(await commit(id));
    expect(await find("R-4")).toEqual(before);
  });

  it("are those of any earlier file, though the one before had lost them already", async () => {
    await importRows([...ROWS, ...MORE]);
    await importRows([...ROWS, MORE[0]!]);
    expect(await absentIn(await open([...ROWS, "R-9;Voltiris;Veille;Lecture"]))).toEqual(["R-3", "R-4"]);
    const third = await open([...ROWS, "R-9;Voltiris;Veille;Lecture"]);
    expect((await preview(third)).plan.absent.find(({ reference }) => reference === "R-3")).toMatchObject({
      last: { fileName: "registre.csv" },
    });
  });

  it("are none of another client's file with the same head, nor of a file with another head", async () => {
    await importRows([...ROWS, ...MORE]);
    expect(await absentIn(await open(["S-1;Sigma;Chat;Réponses", "S-2;Sigma;Voix;Appels"]))).toEqual([]);
    expect(await absentIn(await open(["R-1;Voltiris;Télévente;Appels"]))).toEqual([]);
    const head = "Réf.;Client;Activité confiée;Personnes concernées";
    expect(await absentIn(await open(["R-1;Voltiris;Télévente;Clients", ROWS[1]!], { head }))).toEqual([]);
  });

  it("are shown of a file that is filled by half", async () => {
    await importRows([...ROWS, ...MORE]);
    expect(await absentIn(await open(ROWS))).toEqual(["R-3", "R-4"]);
  });

  it("are none where a row is only set aside, changed or moved", async () => {
    await importRows([...ROWS, ...MORE]);
    const rows = [MORE[1]!, "R-1;Voltiris;Télévente;Appels sortants", "R-2;;Chat;Réponses", MORE[0]!];
    const id = await open(rows);
    expect(await absentIn(id)).toEqual([]);
    const { plan, version } = await preview(id);
    const skipped = plan.rows.find(({ writtenReference }) => writtenReference === "R-4")!;
    valueOf(
      await decideImport(
        ctx,
        decisionsSchema.parse({ id, version, rows: [{ fingerprint: skipped.fingerprint, skip: true }] }),
      ),
    );
    expect(await absentIn(id)).toEqual([]);
  });

  it("are the same for another member, and nobody else's", async () => {
    await importRows([...ROWS, ...MORE]);
    const editor = as(ctx, "editor");
    expect(await absentIn(await open(ROWS, { of: editor }), editor)).toEqual(["R-3", "R-4"]);
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await absentIn(await open(ROWS, { of: foreign }), foreign)).toEqual([]);
  });

  it("leave out what was ended by hand, and show what was changed by hand as it is now", async () => {
    await importRows([...ROWS, ...MORE]);
    const [third, fourth] = [await find("R-3"), await find("R-4")];
    const end = recordMoveSchema.parse({
      id: third.id,
      version: 1,
      event: "end",
      on: TODAY,
      reason: "Contrat clos",
    });
    valueOf(await moveRecord(ctx, end));
    const saved = {
      section: "operations",
      id: fourth.id,
      version: 1,
      activity: "Saisie de nuit",
      operations: "Frappe",
    };
    valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(saved)));
    const { plan } = await preview(await open(ROWS));
    expect(plan.absent).toMatchObject([{ reference: "R-4", activity: "Saisie de nuit", recordVersion: 2 }]);
  });
});
