import { expect, it } from "vitest";
import { importCsv } from "./csv-plan.fixture";
import { readFile } from "./read/read-file";
import { NO_CHOICES } from "./schema";

const HEAD = ["N°", "Client", "Activité", "Mineurs", "Données sensibles"];

it.each([
  ["boxes alone", () => ["", "", "", "FAUX", "FALSE"]],
  ["boxes after a running number", (line: number) => [String(line), "", "", "☐", "☐"]],
])("counts 996 spare lines of %s in one figure, and lists none of them", (_what, spare) => {
  const lines = Array.from({ length: 996 }, (_, at) => spare(at + 5));
  const { file, rows } = importCsv([
    HEAD,
    ["1", "Orvelle SA", "Accueil", "FAUX", "VRAI"],
    ["2", "Orvelle SA", "Rappels", "VRAI", "FAUX"],
    ...lines,
    ["3", "Voltiris SA", "Enquêtes", "FAUX", "FAUX"],
  ]);
  expect(file.setAside.unticked).toBe(996);
  expect(rows.map(({ writtenReference, reason }) => [writtenReference, reason])).toEqual([
    ["1", null],
    ["2", null],
    ["3", null],
  ]);
});

it("keeps a numbered line with a ticked box, for a person to see", () => {
  const { file, rows } = importCsv([
    HEAD,
    ["1", "Orvelle SA", "Accueil", "FAUX", "VRAI"],
    ["2", "", "", "☑", "☐"],
  ]);
  expect([file.setAside.unticked, rows[1]?.reason]).toEqual([0, "no-controller"]);
});

it("ticks the sheets of 40 clients beforehand, and no sheet of parameters or of what has ended", () => {
  const sheetOf = (name: string, head: readonly string[], row: readonly string[]) => ({
    name,
    rows: [[...head], [...row]],
    lines: [1, 2],
  });
  const clients = Array.from({ length: 40 }, (_, at) =>
    sheetOf(`Client ${at + 1}`, ["Activité", "Données", "Pays d’accès"], [`Accueil ${at}`, "nom", "Maroc"]),
  );
  const read = readFile(
    {
      bytes: new Uint8Array(),
      sheets: [
        sheetOf("Paramètres", ["Clé", "Valeur"], ["MA", "Maroc"]),
        ...clients,
        sheetOf("Ancien client", ["Activité", "Données", "Pays d’accès"], ["Accueil", "nom", "Maroc"]),
      ],
    },
    NO_CHOICES,
  );
  if (!read.ok || !("choice" in read)) throw new Error("No sheets were offered.");
  const ticked = read.choice.filter(({ isLikely }) => isLikely).map(({ name }) => name);
  expect(ticked).toEqual(clients.map(({ name }) => name));
});
