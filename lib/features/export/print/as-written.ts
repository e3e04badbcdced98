import { readTransferCountries } from "@/lib/domain/import/values/countries";
import { readInstrument } from "@/lib/domain/import/values/instrument";
import { readNoAnswer } from "@/lib/domain/import/values/none";
import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { RegisterWords } from "./words";

/** True when the source text states exactly the recorded tool, module and date. */
export function matchesToolText({ instrument, sccModule, signedOn, instrumentText }: Destination): boolean {
  const read = readInstrument(instrumentText).value;
  return (
    read.instrument === instrument && read.sccModule === sccModule && read.signedOn?.value === signedOn?.value
  );
}

/** True when the source text states exactly the recorded answer and countries. */
export function matchesTransferText({ transferAnswer, transferText, destinations }: RecordContent): boolean {
  const read = readTransferCountries(transferText).value;
  const named = destinations.filter(({ country }) => country !== null);
  return (
    read.answer === transferAnswer &&
    JSON.stringify(
      read.destinations.map(({ country, place, placeKind }) => [country, place, placeKind ?? null]),
    ) === JSON.stringify(named.map(({ country, place, placeKind }) => [country, place, placeKind]))
  );
}

/** Example: "Sans objet : établie en France"; adds no second « sans objet » or « n/a ». */
export function formatNotApplicable(reason: string, { document }: RegisterWords): string {
  const isStated = readNoAnswer(reason)?.kind === "not-applicable";
  return isStated ? reason : document("document.notApplicable", { reason });
}
