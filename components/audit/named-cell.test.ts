import { expect, it } from "vitest";
import { listedCells } from "./named-cell";

/** Returns what is said beside reference and title of a row. */
const besideOf = (cell: string, head: string) =>
  listedCells([0, 1, 2], ["A-1", "Un titre", cell], ["Référence", "Intitulé", head]).about;

it("names the unit of figures alone, and leaves words as they are", () => {
  expect(besideOf("90", "Durée (minutes)")).toEqual(["Durée (minutes)\u00a0: 90"]);
  expect(besideOf("12 000", "Personnes (nombre)")).toEqual(["Personnes (nombre)\u00a0: 12 000"]);
  expect(besideOf("45 min", "Durée (minutes)")).toEqual(["45 min"]);
  expect(besideOf("tenue", "État")).toEqual(["tenue"]);
  expect(besideOf("", "État")).toEqual([]);
});

it("says nothing of a row twice", () => {
  const columns = ["Référence", "Rang", "Nom"];
  const listed = (cells: string[]) => listedCells([0, 2, 1], cells, columns);
  expect(listed(["SP-001", "1", "Baie 9"])).toEqual({
    reference: "SP-001",
    title: "Baie 9",
    about: ["Rang\u00a0: 1"],
  });
  expect(listed(["SP-001", "", ""])).toEqual({ reference: "", title: "SP-001", about: [] });
  expect(listed(["Violation", "Violation", "Violation"])).toEqual({
    reference: "",
    title: "Violation",
    about: [],
  });
});
