import { describe, expect, it } from "vitest";
import { doubtsOfComments } from "./comment-doubts";
import { LEAVE_OPEN, questionKey, settleRow } from "./settle";
import { readRow } from "./read-row";
import type { ColumnMapping } from "./types";

const mapping: ColumnMapping = [
  { column: 0, header: "Client", target: "controllerName" },
  { column: 1, header: "Activité", target: "activity" },
  { column: 2, header: "Pays d’accès", target: "transfer" },
  { column: 3, header: "Garanties", target: "instrument" },
];
const asked = (comment: string, cell: string, column = 2) =>
  doubtsOfComments([[column, comment]], ["Orvelle SA", "Accueil", cell, cell], mapping);

describe("a comment of a cell", () => {
  it.each([
    ["Arrêté depuis janvier", "Maroc"],
    ["à compter de 2027", "Maroc"],
    ["not signed yet", "Maroc"],
    ["agents à Dakar", "Non"],
    ["متوقف منذ يناير", "المغرب"],
  ])("%j beside %j is a question", (comment, cell) => {
    expect(asked(comment, cell)).toMatchObject([{ field: "transfer", key: "wordsUnsettled" }]);
  });

  it.each([
    ["Demander à Salma", "Maroc"],
    ["Voir l’avenant", "Maroc"],
    ["Maroc : site de Casablanca", "Maroc"],
    ["Arrêté depuis janvier", ""],
  ])("%j beside %j changes nothing, and is kept in the notes", (comment, cell) => {
    expect(asked(comment, cell)).toEqual([]);
  });

  it("is asked for each of its own, and what is left open loses what its cell said", () => {
    const row = readRow({
      line: 2,
      cells: ["Orvelle SA", "Accueil", "Maroc", "CCT 2021"],
      mapping,
      notes: [
        [2, "Arrêté depuis janvier"],
        [3, "pas signées"],
      ],
    });
    expect(row.content.notes).toContain("Arrêté depuis janvier");
    const keys = row.doubts.filter(({ key }) => key === "wordsUnsettled").map(questionKey);
    expect(new Set(keys).size).toBe(2);
    const { content } = settleRow(row, Object.fromEntries(keys.map((key) => [key, LEAVE_OPEN])));
    expect(content.transferAnswer).toBe("unanswered");
    expect(content.destinations.flatMap(({ country, instrument }) => [country, instrument])).not.toContain(
      "MA",
    );
    expect(content.destinations.map(({ instrument }) => instrument).filter(Boolean)).toEqual([]);
  });
});
