import { titleOf } from "@/lib/domain/measure/naming";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import type { Translate } from "./words";

/** A measure as the form of a record offers it, in the words of its reader, families together. */
export type MeasureChoice = {
  id: string;
  reference: string;
  title: string;
  family: string;
  isRetired: boolean;
};

/** Those whose reference, title or family hold every word looked for, blind to case and accents. */
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

/** "M-004 Double authentification", in the language of `t`. */
export function formatMeasure(measure: NamedMeasure, t: Translate): string {
  return `${measure.reference} ${titleOf(measure, (code) => t(`measure-library.entries.${code}.title`))}`;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
