import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { bookOf, markedBook } from "@/lib/platform/sheets/workbook.fixture";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { commitImport } from "@/lib/features/import/write/commit";
import { chooseReading, chooseSheets, mapColumns, openImport } from "@/lib/features/import/write/mutations";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";

const DAY = "2026-11-25";

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date(`${DAY}T10:00:00Z`) };

const open = async (bytes: Uint8Array) =>
  valueOf(await openImport(ctx, { fileName: "registre", bytes: new Uint8Array(bytes) })).id;
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

async function planned(id: string) {
  const made = await planRun({ scope: ctx.scope, id, today: DAY });
  if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
  return made.result;
}

describe("a workbook as people keep it", { timeout: 60_000 }, () => {
  it("comes in with one client over several rows, its comments in the notes, and says what was hidden", async () => {
    const bytes = markedBook(
      [
        ["Client", "Activité", "Opérations"],
        ["Voltiris", "Télévente", "Appels"],
        ["", "Chat", "Réponse"],
      ],
      { merges: ["A2:A3"], notes: { B3: "Voir l’avenant 2" }, hiddenRows: [2] },
    );
    const id = await open(bytes);
    const { file, plan, fingerprint } = await planned(id);
    expect(file.unseen).toMatchObject({ rows: 1, filtered: 0, columns: 0, sheets: 0, filled: 1, unread: 0 });
    expect(plan.rows.map(({ doubts }) => doubts.map(({ key }) => key))).toEqual([[], ["rowHidden"]]);
    expect(plan.rows.map(({ controllerName, content }) => [controllerName, content.activity])).toEqual([
      ["Voltiris", "Télévente"],
      ["Voltiris", "Chat"],
    ]);
    valueOf(await commitImport(ctx, { id, version: 1, plan: fingerprint }));
    const [record] = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findMany({ where: { content: { path: ["activity"], equals: "Chat" } } }),
    );
    expect(record!.content).toMatchObject({ notes: "Activité : Voir l’avenant 2" });
  });

  it("is read from several sheets, each of one client", async () => {
    const rowsOf = (name: string) => [
      ["Activité", "Opérations", "Pays d’accès"],
      [`Voix ${name}`, "Appels", "Maroc"],
    ];
    const names = ["Orvelle SA", "Miradour SAS"];
    const bytes = bookOf("xlsx", Object.fromEntries(names.map((name) => [name, rowsOf(name)])));
    const id = await open(bytes);
    const choice = [
      { index: 0, name: "Orvelle SA", rows: 1, isHidden: false, isLikely: true },
      { index: 1, name: "Miradour SAS", rows: 1, isHidden: false, isLikely: true },
    ];
    expect(await planRun({ scope: ctx.scope, id, today: DAY })).toMatchObject({ result: { choice } });
    // The second look reads what the first stored.
    expect(await planRun({ scope: ctx.scope, id, today: DAY })).toMatchObject({ result: { choice } });
    valueOf(await chooseSheets(ctx, { id, version: 1, sheets: [0, 1] }));
    const { plan, file } = await planned(id);
    expect(file.offered).toEqual(choice);
    expect(plan.controllers.map(({ name }) => name)).toEqual(["Orvelle SA", "Miradour SAS"]);
    expect(plan.rows.map(({ sheet, line }) => [sheet, line])).toEqual([
      ["Orvelle SA", 2],
      ["Miradour SAS", 2],
    ]);
    expect(file.sheet).toEqual({ name: "Orvelle SA, Miradour SAS", others: 0 });
  });
});

describe("a file that was misread", { timeout: 60_000 }, () => {
  const asGuessed = { header: null, encoding: null, delimiter: null, register: null };

  it("loses no row where a person says that the first is data", async () => {
    const id = await open(latin("Voltiris;Chat\nOrvelle;Voix\n"));
    valueOf(await chooseReading(ctx, { id, version: 1, ...asGuessed, header: 0 }));
    valueOf(
      await mapColumns(ctx, { id, version: 2, targets: ["controllerName", "activity"], dateOrder: null }),
    );
    const { plan, file } = await planned(id);
    expect(
      plan.rows.map(({ line, controllerName, content }) => [line, controllerName, content.activity]),
    ).toEqual([
      [1, "Voltiris", "Chat"],
      [2, "Orvelle", "Voix"],
    ]);
    expect(file.head?.line).toBe(0);
  });

  it("has its head where a person says", async () => {
    const id = await open(latin("Client;Activité\nNom;Service\nVoltiris;Chat\n"));
    expect((await planned(id)).plan.rows).toHaveLength(2);
    valueOf(await chooseReading(ctx, { id, version: 1, ...asGuessed, header: 2 }));
    const { plan, file } = await planned(id);
    expect(plan.rows.map(({ line }) => line)).toEqual([3]);
    expect(file.setAside.title).toBe(1);
  });

  it("is decoded and cut as a person says, and shows at once what that changes", async () => {
    const id = await open(
      Uint8Array.from([
        ...latin("Client|Activit"),
        0x8e,
        ...latin("|x\nVoltiris|T"),
        0x8e,
        ...latin("l;vente|y\n"),
      ]),
    );
    const choice = { header: null, encoding: "macintosh", delimiter: "|", register: null } as const;
    valueOf(await chooseReading(ctx, { id, version: 1, ...choice }));
    const { file, plan } = await planned(id);
    expect(file.text).toEqual({ encoding: "macintosh", delimiter: "|" });
    expect(plan.rows[0]!.content.activity).toBe("Tél;vente");
  });

  it("says in its row what was left out of a cell", async () => {
    const id = await open(latin('Client;Activité;Notes\nVol\0tiris;Chat;"jamais fermé\nOrvelle;Voix;x\n'));
    const { plan } = await planned(id);
    expect(plan.rows.map(({ doubts }) => doubts.map(({ key }) => key))).toEqual([
      ["charactersRemoved", "quoteLeftOpen"],
      [],
    ]);
  });

  it("is never an incident, whatever its names are", async () => {
    const names = ["__proto__", "constructor", "toString", "📞📞", "\u202eVoltiris", "a\u0000b"];
    const text = ["Client;Activité", ...names.map((name) => `${name};Chat ${name}`)].join("\n");
    const id = await open(new TextEncoder().encode(text));
    const { plan, fingerprint } = await planned(id);
    expect(plan.controllers.map(({ name }) => name)).toEqual([
      "__proto__",
      "constructor",
      "toString",
      "Voltiris",
      "ab",
    ]);
    // Signs name nobody: the line is set aside with its reason, and its note holds them.
    const [nameless] = plan.rows.filter(({ fate }) => fate === "set-aside");
    expect(nameless).toMatchObject({ reason: "no-controller", content: { notes: "Client : 📞📞" } });
    expect(valueOf(await commitImport(ctx, { id, version: 1, plan: fingerprint })).tally.new).toBe(5);
  });
});
