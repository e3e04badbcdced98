import { searchTerms } from "@/lib/domain/search/terms";
import { isSlip, nearestWord, readUnits, type SearchUnit } from "@/lib/domain/search/units";
import { codesMeant, type NamedRow } from "./code-words";

/** A question as every search asks it: of the palette, of the page, and of each list. */
export type SearchQuestion = {
  units: SearchUnit[];
  /**
   * The question with the nearest words in place of those that stand nowhere. `nearest` has one for each unit: "" for none,
   * the unit itself where it stands. A word of the field comes before one of the organisation.
   */
  respell: (nearest: readonly string[]) => Promise<SearchUnit[]>;
};

/** Reads what is asked for: concepts, their words in three languages, and the codes that they mean. */
export function readQuestion(text: string, named: readonly NamedRow[] = []): Promise<SearchQuestion> {
  return readTerms(searchTerms(text), named);
}

async function readTerms(terms: readonly string[], named: readonly NamedRow[]): Promise<SearchQuestion> {
  const units = readUnits(terms);
  await Promise.all(units.map((unit) => addCodes(unit, named)));
  return {
    units,
    respell: async (nearest) => {
      const words = units.map(({ typed }, at) => {
        const near = nearest[at] ?? typed;
        if (near === typed) return typed;
        return nearestWord(typed) ?? (near !== "" && isSlip(typed, near) ? near : typed);
      });
      return (await readTerms(words, named)).units;
    },
  };
}

async function addCodes(unit: SearchUnit, named: readonly NamedRow[]): Promise<void> {
  const meant = await codesMeant([unit.typed, ...unit.phrases], named);
  unit.codes = [...new Set([...unit.codes, ...meant])];
}
