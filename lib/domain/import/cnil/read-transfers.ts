import {
  destinationSchema,
  type Destination,
  type RecordContent,
} from "@/lib/domain/processing-record/content";
import { doubt, type CellDoubt } from "../doubts";
import { findPlace } from "@/lib/domain/country/places";
import { findDate } from "../values/date";
import { readInstrument } from "../values/instrument";
import { readNoAnswer } from "../values/none";
import type { Leftover } from "./read-rows";
import type { CnilRow } from "./sheet";

export type TransfersReading = Pick<RecordContent, "transferAnswer" | "destinations"> & {
  doubts: { field: "transfer" | "instrument"; found: CellDoubt }[];
  leftovers: Leftover[];
};

/** Recipient, country, safeguard and its documents, art. 30(1)(e). A blank part is no "no". */
export function readTransfers(rows: readonly CnilRow[]): TransfersReading {
  const reading: TransfersReading = {
    transferAnswer: "unanswered",
    destinations: [],
    doubts: [],
    leftovers: [],
  };
  for (const row of rows) {
    const cells = cellsOf(row);
    const stated = Object.values(cells).filter(Boolean);
    if (stated.length === 0) continue;
    if (stated.every((cell) => readNoAnswer(cell) !== null)) {
      if (reading.transferAnswer === "unanswered") reading.transferAnswer = "no";
      continue;
    }
    reading.transferAnswer = "yes";
    addDestination(reading, cells);
  }
  return reading;
}

type Cells = { recipient: string; country: string; safeguard: string; documents: string };

function cellsOf({ cells }: CnilRow): Cells {
  const [recipient = "", country = "", safeguard = "", more = "", ...rest] = cells;
  return {
    recipient,
    country,
    safeguard: [safeguard, more].filter(Boolean).join(", "),
    documents: rest.filter(Boolean).join(", "),
  };
}

function addDestination(reading: TransfersReading, cells: Cells): void {
  const code = cells.country === "" ? null : (findPlace(cells.country)?.country ?? null);
  if (cells.country !== "" && code === null) {
    reading.doubts.push({ field: "transfer", found: doubt("countryUnknown", cells.country) });
    reading.leftovers.push({ header: "Pays", text: cells.country });
  }
  if (cells.recipient.length > 300) reading.leftovers.push({ header: "Destinataire", text: cells.recipient });
  reading.destinations.push(
    destinationSchema.parse({
      country: code,
      place: cells.recipient.slice(0, 300),
      ...readSafeguard(reading, cells),
    }),
  );
}

/** The documents may name the tool and its day where the list does not: "Contrat en date du 23/01/2018". */
function readSafeguard(reading: TransfersReading, { safeguard, documents }: Cells): Partial<Destination> {
  const listed = readInstrument(safeguard);
  const beside = readInstrument(documents).value;
  if (safeguard !== "")
    reading.doubts.push(...listed.doubts.map((found) => ({ field: "instrument" as const, found })));
  const isNamedBeside = safeguard === "" && beside.instrument !== null && beside.instrument !== "other";
  const { instrument, sccModule, signedOn } = isNamedBeside ? beside : listed.value;
  const isDerogation = instrument === "derogation-49-1" || instrument === "derogation-49-1-2";
  const words = [safeguard, isDerogation ? "" : documents].filter(Boolean).join("\n");
  if (words.length > 1000) reading.leftovers.push({ header: "Garanties", text: words });
  return {
    instrument,
    sccModule,
    signedOn: signedOn ?? (isDerogation ? null : findDate(documents)),
    instrumentText: words.slice(0, 1000),
    derogationDocuments: isDerogation ? documents.slice(0, 2000) : "",
  };
}
