import { joinPrefix } from "@/lib/features/choice/read/number-cell";
import {
  ambiguousNumber,
  phoneNumberReader,
  type NumberPlaces,
} from "@/lib/features/choice/read/phone-number";

/** A number as a line of a log writes it, with the country code of a column of its own; `isAmbiguous` where several countries have it. */
export type LogNumbers = {
  read: (written: string, prefix: string) => string | null;
  isAmbiguous: (written: string, prefix: string) => boolean;
};

/** Reads numbers of a log into E.164 as those of lists and forms are read, after what the exchange dials first. */
export function logNumbers(places: NumberPlaces, dialPrefix = ""): LogNumbers {
  const [readNumber, isAmbiguous] = [phoneNumberReader(places), ambiguousNumber(places)];
  const textOf = (written: string, prefix: string) =>
    joinPrefix(stripDialled(written.trim(), dialPrefix), prefix.trim());
  return {
    read: (written, prefix) => readNumber(textOf(written, prefix)),
    isAmbiguous: (written, prefix) => isAmbiguous(textOf(written, prefix)),
  };
}

function stripDialled(text: string, dialPrefix: string): string {
  return dialPrefix !== "" && text.startsWith(dialPrefix) ? text.slice(dialPrefix.length) : text;
}
