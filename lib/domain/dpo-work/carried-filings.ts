import type { Filing } from "@/lib/domain/organisation/profile";
import type { WorkContents } from "./content";
import type { WorkFact } from "./lifecycle";

/** Filings as an organisation's own sheet stated them, before they were documents. */
export type StatedFilings = {
  cndpFilings: readonly Filing[];
  dataTikaReference: string;
  dataTikaFrom: string;
  dataTikaUntil: string;
};

export type CarriedFiling = { content: WorkContents["cndp-filing"]; fact: WorkFact };

const BLANK = { part: "", reason: "", amount: null };

/**
 * Makes a filing of each, with the answer of the CNDP as its one fact. A date is carried as it is known: a month, a year,
 * or none. Which entries it covers is not known.
 */
export function carriedFilings(stated: StatedFilings): CarriedFiling[] {
  const { dataTikaReference, dataTikaFrom, dataTikaUntil } = stated;
  const convention = [dataTikaReference, dataTikaFrom, dataTikaUntil].some(Boolean)
    ? [
        {
          content: contentOf("DATA-TIKA", "data-tika"),
          fact: {
            ...BLANK,
            event: "accede",
            factOn: dataTikaFrom,
            detail: dataTikaReference,
            nextOn: dataTikaUntil || null,
          },
        },
      ]
    : [];
  return [...stated.cndpFilings.map(carryFiling), ...convention];
}

/** An authorisation was given; of others it is known that the CNDP gave a number. */
function carryFiling({ kind, number, date, subject }: Filing): CarriedFiling {
  const event = kind === "authorisation" ? "authorise" : "receive";
  return {
    content: contentOf(subject || number, kind),
    fact: { ...BLANK, event, factOn: date, detail: number, nextOn: null },
  };
}

function contentOf(title: string, type: CarriedFiling["content"]["type"]): CarriedFiling["content"] {
  return { title: title.slice(0, 300), type, recordIds: [], purpose: "", conditions: "" };
}
