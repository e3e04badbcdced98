import { type CellDoubt, doubtCut, isQuestion, question } from "./doubts";
import { statesOf } from "@/lib/domain/country/town-codes";
import { findPlace } from "@/lib/domain/country/places";
import type { CellsByTarget } from "./row-content";
import type { ControllerReading, Doubt, ImportTarget } from "./types";
import { readAddressCountry } from "./values/address";
import { readContact } from "./values/contact";
import { readDpo, readRepresentative } from "./values/parties";

export type ControllerRow = {
  controller: ControllerReading;
  doubts: Doubt[];
  leftovers: { target: ImportTarget; text: string }[];
};

const LIMITS: Readonly<Partial<Record<keyof ControllerReading, number>>> = {
  address: 1000,
  representativeAbsentReason: 2000,
};
const LINE = 300;

/** Article 30(2)(a): reads the row's controller; a blank cell leaves its field out. */
export function readController(cells: CellsByTarget): ControllerRow {
  const text = (target: ImportTarget): string => cells[target]?.text.trim() ?? "";
  const country = readCountry(text("controllerCountry"), text("controllerAddress"));
  const contact = readContact(text("controllerContact"));
  const dpo = readDpo(text("controllerDpo"));
  const representative = readRepresentative(text("controllerRepresentative"));
  const read: ControllerReading = {
    country: country.value,
    address: text("controllerAddress"),
    registrationNumber: text("controllerRegistration"),
    contactName: contact.value.name,
    contactEmail: contact.value.email,
    contactPhone: contact.value.phone,
    dpoContact: dpo.value.contact,
    hasNoDpo: dpo.value.hasNone,
    representative: representative.value.name,
    representativeAbsentReason: representative.value.absentReason,
  };
  const long = findTooLong(read);
  return {
    controller: addControllerNote(read),
    doubts: [
      ...country.doubts,
      ...dpo.doubts.map((found): Doubt => ({ field: "controllerDpo", ...found })),
      ...representative.doubts.map((found): Doubt => ({ field: "controllerRepresentative", ...found })),
      ...long.map(({ target, maximum }) => doubtCut(target, maximum)),
    ],
    leftovers: [
      { target: "controllerCountry" as const, text: country.leftover },
      { target: "controllerContact" as const, text: contact.leftover },
      { target: "controllerDpo" as const, text: dpo.leftover },
      { target: "controllerRepresentative" as const, text: representative.leftover },
      ...long.map(({ target }) => ({ target, text: text(target) })),
    ],
  };
}

/** The column of countries, else the end of the address. */
function readCountry(
  written: string,
  address: string,
): { value: string | null; doubts: Doubt[]; leftover: string } {
  const homonyms = statesOf(written);
  if (homonyms.length > 0) {
    const asked = question("placeHomonym", written, { options: homonyms.join("|") });
    return { value: null, doubts: [{ field: "controllerCountry", ...asked }], leftover: "" };
  }
  const named = written === "" ? null : findPlace(written);
  if (named) return { value: named.country, doubts: [], leftover: named.isCity ? written : "" };
  const guess = readAddressCountry(address);
  const doubts = guess.doubts.map((found: CellDoubt): Doubt => ({
    field: isQuestion(found) ? "controllerCountry" : "controllerAddress",
    ...found,
  }));
  return { value: guess.value, doubts, leftover: written };
}

function addControllerNote(read: ControllerReading): ControllerReading {
  const stated = Object.entries(read).filter(
    ([, value]) => value !== "" && value !== null && value !== false,
  );
  return Object.fromEntries(
    stated.map(([field, value]) => [field, typeof value === "string" ? cut(value, limitOf(field)) : value]),
  );
}

const TARGETS: readonly (readonly [keyof ControllerReading, ImportTarget])[] = [
  ["address", "controllerAddress"],
  ["registrationNumber", "controllerRegistration"],
  ["contactName", "controllerContact"],
  ["contactEmail", "controllerContact"],
  ["contactPhone", "controllerContact"],
  ["dpoContact", "controllerDpo"],
  ["representative", "controllerRepresentative"],
  ["representativeAbsentReason", "controllerRepresentative"],
];

/** Cells longer than the controller's fields can hold: they are cut there and kept whole in the notes. */
function findTooLong(read: ControllerReading): { target: ImportTarget; maximum: number }[] {
  const long = TARGETS.filter(([field]) => String(read[field] ?? "").length > limitOf(field));
  return [...new Map(long.map(([field, target]) => [target, { target, maximum: limitOf(field) }])).values()];
}

function limitOf(field: string): number {
  return LIMITS[field as keyof ControllerReading] ?? LINE;
}

/** Cut without leaving half of a surrogate pair. */
function cut(text: string, maximum: number): string {
  return text.slice(0, maximum).replace(/[\uD800-\uDBFF]$/, "");
}
