import { expect, it } from "vitest";
import { fillMerged } from "./merged";

it("fills merged cells down, and across where the row says more", () => {
  const rows = [
    ["Registre"],
    ["Client", "Activité", "Pays", "Garanties"],
    ["Voltiris", "Télévente", "Néant"],
    ["", "Chat", "Maroc", "CCT"],
    ["Orvelle"],
  ];
  const merges = [
    [0, 0, 0, 3],
    [2, 0, 3, 0],
    [2, 2, 2, 3],
    [4, 0, 4, 3],
  ] as const;
  expect(fillMerged(rows, merges)).toEqual({
    filled: 2,
    rows: [
      ["Registre"],
      ["Client", "Activité", "Pays", "Garanties"],
      ["Voltiris", "Télévente", "Néant", "Néant"],
      ["Voltiris", "Chat", "Maroc", "CCT"],
      ["Orvelle"],
    ],
  });
});
