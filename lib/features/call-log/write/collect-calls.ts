import { RECORD_BYTES, recordsIn, writeRecord } from "@/lib/domain/call-log/call-record";
import type { LogWords } from "@/lib/domain/call-log/make-part";
import type { ReadCall } from "@/lib/domain/call-log/read-call";
import { env } from "@/lib/platform/environment/env";
import { PartedFile } from "@/lib/platform/files/parted-file";

/** Distinct numbers that a log shows, at most: the place of one has two bytes, and what is beyond is unknown. */
const MOST_SHOWN = 65_536;
/** Countries of numbers, at most: the place of one has one byte, and there are fewer. */
const MOST_COUNTRIES = 256;

export type CallLine = Omit<ReadCall, "number" | "callId"> & {
  line: number;
  /** Country of the number called, ISO 3166; "" where nobody knows. */
  country: string;
  key: Uint8Array;
  /** Digest of the dialler's name; 0 where it gave none. */
  name: number;
};

/** Calls of a log that is being read, on disk by the beginnings of their persons' keys. */
export type CollectedCalls = Awaited<ReturnType<typeof collectCalls>>;

export async function collectCalls() {
  const file = await PartedFile.open(env().AMANA_DATA_DIR, RECORD_BYTES);
  const records = recordsIn(file.pending);
  const [codes, shown, countries] = [makePlaces(), makePlaces(), makePlaces()];
  // Place 0 is of a number or country that nobody knows.
  shown.place("");
  countries.place("");
  return {
    /** Adds a call, in the order of the lines, where the file has room. */
    add({ key, at, line, name, code, shown: number, country: of }: CallLine): void {
      const isPlaced = shown.words.length < MOST_SHOWN || shown.has(number);
      const shownAt = isPlaced ? shown.place(number) : 0;
      const country = countries.words.length < MOST_COUNTRIES || countries.has(of) ? countries.place(of) : 0;
      const codeAt = codes.place(code);
      writeRecord(records, file.place(), { key, at, line, name, country, code: codeAt, shown: shownAt });
    },
    words: (): LogWords => ({ codes: codes.words, shown: shown.words, countries: countries.words }),
    file,
  };
}

function makePlaces() {
  const places = new Map<string, number>();
  const words: string[] = [];
  return {
    words,
    has: (word: string) => places.has(word),
    place(word: string): number {
      let place = places.get(word);
      if (place === undefined) places.set(word, (place = words.push(word) - 1));
      return place;
    },
  };
}
