import { titleOf } from "@/lib/domain/measure/naming";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import type { Translate } from "./words";

/** Translated for its reader, families together. */
export type MeasureChoice = {
  id: string;
  reference: string;
  title: string;
  family: string;
  isRetired: boolean;
};

/** Matches every word in reference, title or family, ignoring case and accents. */
export function findMeasures(choices: readonly MeasureChoice[], search: string): MeasureChoice[] {
  const words = fold(search).split(/\s+/);
  return choices.filter(({ reference, title, family }) => {
    const stated = fold(`${reference} ${title} ${family}`);
    return words.every((word) => stated.includes(word));
  });
}

export function groupByFamily(
  choices: readonly MeasureChoice[],
): { family: string; choices: readonly MeasureChoice[] }[] {
  const families = [...new Set(choices.map(({ family }) => family))];
  return families.map((family) => ({
    family,
    choices: choices.filter((choice) => choice.family === family),
  }));
}

/** Example: "M-004 Double authentification", in the language of `t`. */
export function formatMeasure(measure: NamedMeasure, t: Translate): string {
  return `${measure.reference} ${titleOf(measure, (code) => t(`measure-library.entries.${code}.title`))}`;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
