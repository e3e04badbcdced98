import type { ControllerFacts } from "@/lib/domain/controller/types";
import { entryOf } from "@/lib/domain/invariant/required";

type Named = Pick<ControllerFacts, "legalName" | "country" | "address">;

/**
 * The compiler takes 110 MB, then 1.3 MB per record in French, 2 MB in Arabic, and 0.25 kB per further character: a
 * volume needs under 400 MB.
 */
export const RECORDS_PER_VOLUME = 140;
/** Characters of canonical text; 140 full records have 420,000. */
const CHARACTERS_PER_VOLUME = 550_000;

/** False for an empty volume, which takes any entry. */
export function isFull(volume: { records: number; characters: number }, length: number): boolean {
  const { records, characters } = volume;
  return records > 0 && (records >= RECORDS_PER_VOLUME || characters + length > CHARACTERS_PER_VOLUME);
}

/** Distinguishes clients of one name by address. */
export function controllerKey({ legalName, country, address }: Named): string {
  return JSON.stringify([legalName, country, address]);
}

/** Sorts by controller in French collation, then other controller data, then reference. */
export function orderRecords<R extends { reference: string; controller: Named }>(records: readonly R[]): R[] {
  const { compare } = new Intl.Collator("fr", { numeric: true });
  const keys = new Map(records.map(({ controller }) => [controller, controllerKey(controller)]));
  const placed = records.map((record) => ({
    record,
    name: record.controller.legalName,
    key: entryOf(keys, record.controller),
  }));
  placed.sort(
    (a, b) =>
      (a.key === b.key ? 0 : compare(a.name, b.name) || compare(a.key, b.key)) ||
      compare(a.record.reference, b.record.reference),
  );
  return placed.map(({ record }) => record);
}
