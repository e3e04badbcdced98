import { readTransferCountries } from "@/lib/domain/import/values/countries";
import { readInstrument } from "@/lib/domain/import/values/instrument";
import { readSilence } from "@/lib/domain/import/values/none";
import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { RegisterWords } from "./words";

/** True when the words of the source say the tool, module and date that the record holds, and so nothing more. */
export function matchesToolText({ instrument, sccModule, signedOn, instrumentText }: Destination): boolean {
  const read = readInstrument(instrumentText).value;
  return (
    read.instrument === instrument && read.sccModule === sccModule && read.signedOn?.value === signedOn?.value
  );
}

/** True when the words of the source say the answer and the countries that the record holds. */
export function matchesTransferText({ transferAnswer, transferText, destinations }: RecordContent): boolean {
  const read = readTransferCountries(transferText).value;
  const named = destinations.filter(({ country }) => country !== null);
  return (
    read.answer === transferAnswer &&
    JSON.stringify(read.destinations.map(({ country, place }) => [country, place])) ===
      JSON.stringify(named.map(({ country, place }) => [country, place]))
  );
}

/** "Sans objet : établie en France"; a reason that already says « sans objet » or « n/a » is not told twice. */
export function formatNotApplicable(reason: string, { document }: RegisterWords): string {
  const isSaid = readSilence(reason)?.kind === "not-applicable";
  return isSaid ? reason : document("document.notApplicable", { reason });
}
