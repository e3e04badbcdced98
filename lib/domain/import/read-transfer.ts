import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import { doubt, type CellDoubt } from "./doubts";
import { readAssessment } from "./values/assessment";
import { readTransferCountries } from "./values/countries";
import { readInstrument } from "./values/instrument";

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

type Tool = Omit<Destination, "country" | "place" | "internationalOrganisation">;

/**
 * Countries, tool and assessment of a row, art. 30(2)(c): the tool stands by every country of the row. A tool without
 * a country stands by a destination that nobody has named: no country is invented for it.
 */
export function readTransfer(cells: TransferCells): TransferRow {
  const { value: countries, doubts, leftover } = readTransferCountries(cells.transfer);
  const instrument = readInstrument(cells.instrument);
  const assessment = readAssessment(cells.assessment);
  const tool: Tool = {
    transferId: null,
    instrument: instrument.value.instrument,
    sccModule: instrument.value.sccModule,
    signedOn: instrument.value.signedOn,
    instrumentText: instrument.value.text,
    assessedOn: assessment.value.on,
    assessmentText: assessment.value.text,
    derogationDocuments: cells.derogation,
  };
  const isToolAlone =
    countries.destinations.length === 0 &&
    (cells.instrument + cells.assessment + cells.derogation).trim() !== "";
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
        ? [applyStandby(tool)]
        : countries.destinations.map((named) => applyStandby(tool, named)),
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

function applyStandby(
  tool: Tool,
  named: Partial<Pick<Destination, "country" | "place" | "internationalOrganisation">> = {},
): Destination {
  return { country: null, place: "", internationalOrganisation: "", ...named, ...tool };
}
