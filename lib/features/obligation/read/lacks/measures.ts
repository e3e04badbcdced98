import { lettersUncovered } from "@/lib/domain/measure/coverage";
import { undatedOf } from "@/lib/domain/obligation/types";
import { COUNTED, type FindLacks } from "./asked";

/** Letters of article 32(1) that no measure serves; without a measure, all of them. */
export const findMeasureLacks: FindLacks = async (tx) => {
  const stored = await tx.measure.findMany({ where: { retiredAt: null }, select: { articles: true } });
  const letters = lettersUncovered(stored);
  if (letters.length === 0) return [];
  const path = stored.length === 0 ? "/measures/library" : "/measures/coverage";
  const row = { subject: { id: "", reference: "" }, controller: null, path, ...COUNTED };
  return [undatedOf(row, "measure.coverage", { about: letters.join(", ") })];
};
