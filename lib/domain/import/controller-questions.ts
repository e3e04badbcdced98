import { fold } from "@/lib/domain/text/fold";
import { keyFinder, type ControllerChoices, type KnownController } from "./controllers";
import { doubt, question } from "./doubts";
import { addNote } from "./row-content";
import type { ColumnMapping, ControllerReading, Doubt, ImportTarget, RowReading } from "./types";

type Register = { known: readonly KnownController[]; choices: ControllerChoices; mapping: ColumnMapping };

/** Facts of which a controller has one; the first row that states it is taken. */
const FACTS: readonly (readonly [ImportTarget, readonly (keyof ControllerReading)[]])[] = [
  ["controllerAddress", ["address"]],
  ["controllerRegistration", ["registrationNumber"]],
  ["controllerContact", ["contactName", "contactEmail", "contactPhone"]],
  ["controllerDpo", ["dpoContact"]],
  ["controllerRepresentative", ["representative"]],
];

type Stated = {
  name: string;
  countries: Set<string>;
  own: string | null;
  facts: Map<ImportTarget, ControllerReading>;
};

/**
 * Asks of controllers of one name that rows, or the register, place in several countries: they may be two companies, art.
 * 30(2)(a). What a later row says otherwise of one controller is told on its row and kept in its notes.
 */
export function askControllers<R extends RowReading>(readings: readonly R[], register: Register): R[] {
  const keyOf = keyFinder(register.known, register.choices);
  const stated = new Map<string, Stated>();
  const countryOf = new Map(register.known.map(({ id, country }) => [`known:${id}`, country ?? null]));
  for (const { controllerName, controller } of readings) {
    if (controllerName === "") continue;
    const key = keyOf(controllerName);
    const own = countryOf.get(key) ?? null;
    const of = stated.get(key) ?? {
      name: controllerName,
      countries: new Set(own ? [own] : []),
      own,
      facts: new Map(),
    };
    if (controller.country) of.countries.add(controller.country);
    for (const [target, fields] of FACTS)
      if (!of.facts.has(target) && textOf(controller, fields) !== "") of.facts.set(target, controller);
    stated.set(key, of);
  }
  return readings.map((reading) => {
    const of = reading.controllerName === "" ? undefined : stated.get(keyOf(reading.controllerName));
    return of ? askRow(reading, of, register.mapping) : reading;
  });
}

function askRow<R extends RowReading>(reading: R, of: Stated, mapping: ColumnMapping): R {
  const asked = countryQuestions(reading, of);
  let { notes } = reading.content;
  const told = FACTS.flatMap(([field, fields]): Doubt[] => {
    const taken = of.facts.get(field);
    const [text, before] = [textOf(reading.controller, fields), taken ? textOf(taken, fields) : ""];
    if (text === "" || isSameFact(reading.controller, taken, fields)) return [];
    const longer = addNote(notes, mapping.find(({ target }) => target === field)?.header ?? "", text);
    if (longer.length <= LONGEST_NOTES) notes = longer;
    return [{ field, ...doubt("controllerDiffers", text, { taken: before }) }];
  });
  if (asked.length + told.length === 0) return reading;
  return {
    ...reading,
    content: { ...reading.content, notes },
    doubts: [...reading.doubts, ...asked, ...told],
  };
}

const LONGEST_NOTES = 8000;

function countryQuestions(
  { controller: { country } }: RowReading,
  { name, countries, own }: Stated,
): Doubt[] {
  if (!country || countries.size < 2 || country === own) return [];
  const codes = [...countries];
  const asked = question("controllerCountries", `${name} ${codes.join(" ")}`, {
    name,
    options: codes.join("|"),
    countries: codes.join("|"),
  });
  return [{ field: "controllerCountry", ...asked }];
}

function textOf(party: ControllerReading, fields: readonly (keyof ControllerReading)[]): string {
  return fields
    .map((field) => party[field])
    .filter((value) => typeof value === "string" && value !== "")
    .join(", ");
}

/** A fact that one row leaves out differs from none. */
function isSameFact(
  party: ControllerReading,
  taken: ControllerReading | undefined,
  fields: readonly (keyof ControllerReading)[],
): boolean {
  return fields.every((field) => {
    const [one, other] = [party[field], taken?.[field]];
    if (typeof one !== "string" || typeof other !== "string" || one === "" || other === "") return true;
    return fold(one) === fold(other) || one === other;
  });
}
