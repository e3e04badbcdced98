import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import { doubt, question, reading, type CellDoubt, type Reading } from "./doubts";
import { readAssessment } from "./values/assessment";
import { isThirdCountry, readTransferCountries } from "./values/countries";
import type { NamedPlace } from "./values/country-parts";
import { isBlankCell, readNoAnswer } from "./values/none";
import { readInstrument, toolsIn, type InstrumentReading } from "./values/instrument";
import { readToolsByCountry } from "./values/tools-by-country";

type TransferFields = Pick<
  RecordContent,
  "transferAnswer" | "transferReason" | "transferText" | "destinations"
>;
export type TransferCells = { transfer: string; instrument: string; assessment: string; derogation: string };
export type TransferRow = {
  fields: TransferFields;
  doubts: Record<keyof TransferCells, CellDoubt[]>;
  leftover: string;
};

type Where = Pick<Destination, "country" | "place" | "placeKind" | "internationalOrganisation">;

/**
 * Countries, tool and assessment of a row, art. 30(2)(c): the tool stands by the countries that its words name, or by
 * every one. A tool without a country stands by a destination that nobody has named: no country is invented for it.
 */
export function readTransfer(cells: TransferCells): TransferRow {
  const { value: countries, doubts, leftover } = readTransferCountries(cells.transfer);
  const { instrument, toolOf } = readTools(cells.instrument, countries.destinations);
  const assessment = readAssessment(cells.assessment);
  const withTool = (of: InstrumentReading, named: Partial<Where> = {}): Destination => ({
    transferId: null,
    country: null,
    place: "",
    placeKind: null,
    internationalOrganisation: "",
    ...named,
    instrument: of.instrument,
    sccModule: of.sccModule,
    signedOn: of.signedOn,
    instrumentText: of.text,
    assessedOn: assessment.value.on,
    assessmentText: assessment.value.text,
    derogationDocuments: cells.derogation,
  });
  const beside = [cells.instrument, cells.assessment, cells.derogation];
  const isToolAlone =
    countries.destinations.length === 0 &&
    beside.some((cell) => (countries.answer === "no" ? !saysNone(cell) : !saysNothing(cell)));
  const alone =
    isToolAlone && cells.instrument.trim() !== ""
      ? [doubt("instrumentWithoutCountry", cells.instrument)]
      : [];
  return {
    fields: {
      transferAnswer: countries.answer,
      transferReason: countries.reason,
      transferText: countries.text,
      destinations: isToolAlone
        ? [withTool(instrument.value)]
        : countries.destinations.map((named) => withTool(toolOf(named.country), named)),
    },
    doubts: {
      transfer: doubts,
      instrument: [...instrument.doubts, ...alone],
      assessment: assessment.doubts,
      derogation: [],
    },
    leftover,
  };
}

/** "n/a", "—": no tool, and no word that a tool is lacking. */
function saysNothing(cell: string): boolean {
  return !/[\p{L}\p{N}]/u.test(cell) || readNoAnswer(cell)?.kind === "not-applicable";
}

/** "n/a", "—", "aucune": beside a no it says the same again, and is no tool of a destination. */
function saysNone(cell: string): boolean {
  return !/[\p{L}\p{N}]/u.test(cell) || readNoAnswer(cell)?.rest === "" || isBlankCell(cell);
}

type Tools = {
  instrument: Reading<InstrumentReading>;
  toolOf: (country: string | null) => InstrumentReading;
};

/** Stands for the country of a transfer that names none, in a question about its tool. */
export const NO_COUNTRY = "none";

const NO_TOOL: InstrumentReading = { instrument: null, sccModule: null, signedOn: null, text: "" };

/** The tool of each country where the cell says which is whose; otherwise one for all, which is asked where several are named. */
function readTools(cell: string, destinations: readonly NamedPlace[]): Tools {
  const whole = readInstrument(cell);
  const isTool = ![null, "none", "other"].includes(whole.value.instrument);
  const third = [...new Set(destinations.flatMap(({ country }) => country ?? []))].filter(isThirdCountry);
  const byCountry = isTool ? readToolsByCountry(cell, third) : null;
  if (byCountry !== null && byCountry !== "unclear")
    return {
      instrument: reading(
        whole.value,
        [...byCountry.values()].flatMap(({ doubts }) => doubts),
      ),
      toolOf: (country) => byCountry.get(country ?? "")?.value ?? NO_TOOL,
    };
  const tools = isTool ? toolsIn(cell) : [];
  const isAsked = tools.length > 1 || (byCountry === "unclear" && third.length > 1);
  const asked = (third.length > 0 ? third : [NO_COUNTRY]).map((country) =>
    question("severalInstruments", cell, { country, options: tools.join("|") }),
  );
  return {
    instrument: isAsked ? reading(whole.value, [...whole.doubts, ...asked]) : whole,
    toolOf: () => whole.value,
  };
}
