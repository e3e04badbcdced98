import { expect, it } from "vitest";
import { OWN } from "./duties";
import { type CellFigure, countControllers, matrixOf } from "./matrix";

it("counts controllers alone, beside one's own register and what concerns several of them", () => {
  const lacking = (stated: Partial<CellFigure>): CellFigure => ({
    controllerId: null,
    isOwn: false,
    duty: "register",
    subjects: 2,
    lacking: 1,
    ...stated,
  });
  const controllers = [
    { id: "orvelle", name: "Orvelle SAS" },
    { id: "thames", name: "Thames Ltd" },
  ];
  const figures = [lacking({ isOwn: true }), lacking({}), lacking({ controllerId: "orvelle" })];
  const rows = matrixOf(controllers, figures);
  expect(rows.map(({ id }) => id)).toEqual([OWN, null, "orvelle", "thames"]);
  expect(countControllers(rows)).toEqual({ all: 2, lacking: 1 });
});
