import { describe, expect, it } from "vitest";
import { importCsv } from "./csv-plan.fixture";

const stated = (lines: readonly (readonly string[])[]) =>
  importCsv(lines).rows.map(({ writtenReference, controllerName, content }) => [
    writtenReference,
    controllerName,
    content.activity,
  ]);

describe("tables of several clients on one sheet", () => {
  it("gives each the client of the block over it, with its address, and takes no line of a block for an entry", () => {
    const { file, rows } = importCsv([
      ["Client :", "Banque Aurore SA"],
      ["Adresse :", "14 quai de la Loire, Nantes"],
      ["Réf", "Traitement", "Sous-traitants"],
      ["BA-1", "Hotline cartes", "aucun"],
      ["Client :", "Mutuelle des Alpilles"],
      ["Adresse :", "3 rue Mistral, Saint-Rémy"],
      ["N°", "Prestation", "Mesures"],
      ["MA-1", "Téléconseil", "chiffrement"],
    ]);
    expect(rows.map((row) => [row.writtenReference, row.controllerName, row.content.activity])).toEqual([
      ["BA-1", "Banque Aurore SA", "Hotline cartes"],
      ["MA-1", "Mutuelle des Alpilles", "Téléconseil"],
    ]);
    expect(rows[1]?.content.measures).toEqual(["chiffrement"]);
    expect(file.rows.map(({ cells }) => cells.join(" "))).toEqual([
      expect.stringContaining("14 quai de la Loire"),
      expect.stringContaining("3 rue Mistral"),
    ]);
    expect(file.setAside.title).toBe(5);
  });

  it.each([
    [["Client", "Banque Aurore SA", "Contact", "dpo@aurore.example"]],
    [["Client :", "Banque Aurore SA", "", "Contact :", "dpo@aurore.example"]],
    [["Client : Banque Aurore SA", "", "Contact : dpo@aurore.example"]],
    [
      [
        "Contact",
        "dpo@aurore.example",
        "Client",
        "Banque Aurore SA",
        "Adresse",
        "14 quai de la Loire, Nantes",
      ],
    ],
  ])("reads the client of a line of several pairs, %j", (line) => {
    const { rows } = importCsv([line, ["Réf", "Traitement", "Sous-traitants"], ["BA-1", "Hotline", "aucun"]]);
    expect(rows[0]?.controllerName).toBe("Banque Aurore SA");
    const { file } = importCsv([line, ["Réf", "Traitement", "Sous-traitants"], ["BA-1", "Hotline", "aucun"]]);
    expect(file.rows[0]?.cells.join(" ")).toContain("dpo@aurore.example");
  });

  it("reads the first table where a later one has more heads, each with its client", () => {
    const { rows, file } = importCsv([
      ["Registre des traitements"],
      ["Client : Banque Aurore SA"],
      ["Réf", "Traitement", "Sous-traitants"],
      ["BA-1", "Hotline cartes", "aucun"],
      ["BA-2", "Relances", "aucun"],
      ["Total", "2"],
      ["Client : Mutuelle des Alpilles"],
      ["Réf", "Traitement", "Sous-traitants", "Mesures de sécurité", "Durée de conservation"],
      ["MA-1", "Téléconseil", "aucun", "chiffrement", "3 ans"],
    ]);
    expect(rows.map((row) => [row.writtenReference, row.controllerName, row.content.activity])).toEqual([
      ["BA-1", "Banque Aurore SA", "Hotline cartes"],
      ["BA-2", "Banque Aurore SA", "Relances"],
      ["MA-1", "Mutuelle des Alpilles", "Téléconseil"],
    ]);
    expect(rows[2]?.content.measures).toEqual(["chiffrement"]);
    expect(file.rows.map(({ line }) => line)).toEqual([4, 5, 9]);
  });

  it("takes lines over a head for titles where no table stands there", () => {
    const { rows } = importCsv([
      ["Réf", "Client", "Traitement"],
      ["Version du 1er décembre"],
      ["Réf", "Client", "Traitement", "Sous-traitants", "Mesures de sécurité"],
      ["BA-1", "Banque Aurore SA", "Hotline", "aucun", "chiffrement"],
    ]);
    expect(rows.map((row) => row.writtenReference)).toEqual(["BA-1"]);
  });

  it("changes the client at a line of several pairs further down", () => {
    const lines = [
      ["Client :", "Banque Aurore SA", "Contact :", "dpo@aurore.example"],
      ["Réf", "Traitement", "Sous-traitants"],
      ["BA-1", "Hotline cartes", "aucun"],
      ["Contact :", "vp@alpilles.example", "Client :", "Mutuelle des Alpilles"],
      ["MA-1", "Téléconseil", "aucun"],
    ];
    expect(stated(lines).map(([, client]) => client)).toEqual(["Banque Aurore SA", "Mutuelle des Alpilles"]);
  });

  it("changes the client at a block that has no head of its own", () => {
    const lines = [
      ["Client :", "Banque Aurore SA"],
      ["Réf", "Traitement", "Sous-traitants"],
      ["BA-1", "Hotline cartes", "aucun"],
      ["Client :", "Mutuelle des Alpilles"],
      ["MA-1", "Téléconseil", "aucun"],
    ];
    expect(stated(lines)).toEqual([
      ["BA-1", "Banque Aurore SA", "Hotline cartes"],
      ["MA-1", "Mutuelle des Alpilles", "Téléconseil"],
    ]);
  });

  it.each([[["Réf", "Activité", "Personnes"]], [["Réf", "Activité", "Client"]]])(
    "takes the label of a band for no part of a name, under %j",
    (head) => {
      const lines = [
        head,
        ["CLIENT : GARAGE PERRIN SAS (Lyon)", "", ""],
        ["G1", "Rappels", ""],
        ["CLIENT : PERRIN OCCASIONS", "", ""],
        ["G2", "Enquêtes", ""],
        ["G3", "Accueil", ""],
      ];
      expect(stated(lines).map(([, client]) => client)).toEqual([
        "GARAGE PERRIN SAS (Lyon)",
        "PERRIN OCCASIONS",
        "PERRIN OCCASIONS",
      ]);
    },
  );

  it.each(["* données pseudonymisées", "(1) hors week-end", "² sous réserve"])(
    "takes the footnote %j for no client",
    (note) => {
      const { file, rows } = importCsv([
        ["Réf", "Activité", "Personnes"],
        ["PERRIN OCCASIONS", "", ""],
        ["G1", "Enquêtes", "acheteurs"],
        [note, "", ""],
        ["G2", "Accueil", "patients *"],
      ]);
      expect(rows.map(({ controllerName }) => controllerName)).toEqual([
        "PERRIN OCCASIONS",
        "PERRIN OCCASIONS",
      ]);
      expect(file.setAside.foot).toBe(1);
    },
  );

  it.each(["Summe", "Suma", "Totale", "Gesamtsumme"])("takes the line %j for a total", (word) => {
    const { file, rows } = importCsv([
      ["Réf", "Client", "Activité"],
      ["1", "Bergquell AG", "Rappels"],
      [word, "", "1"],
    ]);
    expect([rows.length, file.setAside.total]).toEqual([1, 1]);
  });
});

describe("names as people say them", () => {
  it.each(["dto.", "Ídem", "desgl.", "lo mismo", "siehe oben"])("%j repeats the client over it", (ditto) => {
    const lines = [
      ["Réf", "Client", "Activité"],
      ["1", "Nordlicht GmbH", "Rappels"],
      ["2", ditto, "Accueil"],
    ];
    expect(stated(lines)[1]).toEqual(["2", "Nordlicht GmbH", "Accueil"]);
  });

  it.each([
    ["Lunettes Ménard (ex Opticiens Ménard)", "Lunettes Ménard"],
    ["Brenval (anciennement Orvelle)", "Brenval"],
    ["Harrow Ltd (formerly Finch)", "Harrow Ltd"],
  ])("%j is called by its name of today, and told", (cell, name) => {
    const { rows } = importCsv([
      ["Réf", "Client", "Activité"],
      ["1", cell, "Rappels"],
    ]);
    expect(rows[0]?.controllerName).toBe(name);
    expect(rows[0]?.content.notes).toContain(cell);
    expect(rows[0]?.doubts.map(({ key }) => key)).toContain("formerName");
  });

  it("asks where a destination is meant, or who receives", () => {
    const { file } = importCsv([
      ["Réf", "Client", "Activité", "Destination"],
      ["1", "Bergquell AG", "Rappels", "Maroc"],
    ]);
    expect(file.guess.at(-1)?.asked).toEqual(["transfer", "recipients"]);
  });

  it.each(["cf. supra", "voir contrat", "see above contract"])("takes %j for no client", (cell) => {
    const { rows } = importCsv([
      ["Réf", "Client", "Activité"],
      ["1", "Orvelle", "Rappels"],
      ["2", cell, "Accueil"],
    ]);
    const [, row] = rows;
    expect(row?.controllerName === "" || row?.controllerName === "Orvelle").toBe(true);
  });

  it("keeps no bullet of a symbol font before a client, an activity or a reference", () =>
    expect(
      stated([
        ["Réf", "Client", "Activité"],
        ["➢ 1", "• Orvelle", "✓ Rappels"],
      ]),
    ).toEqual([["1", "Orvelle", "Rappels"]]));

  it.each(["Actividad", "Tätigkeit", "Activiteit", "Attività"])("finds the activity under %j", (head) =>
    expect(
      stated([
        ["Ref", "Client", head, "DPO"],
        ["1", "Orvelle", "Anrufe", ""],
      ])[0],
    ).toEqual(["1", "Orvelle", "Anrufe"]),
  );
});
