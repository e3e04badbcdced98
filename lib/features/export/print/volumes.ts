import type { ControllerFacts } from "@/lib/domain/controller/types";

type Named = Pick<ControllerFacts, "legalName" | "country" | "address">;

/**
 * Its compiler takes 110 MB before the first record, then 1.3 MB for each in French and 2 in Arabic, whose letters are
 * joined, and a quarter of a kilobyte for a character more: a volume stays under 400.
 */
export const RECORDS_PER_VOLUME = 140;
/** Of canonical text, where 140 full records fill 420,000. */
const CHARACTERS_PER_VOLUME = 550_000;

/** True of a volume that has no room for one more entry of so many characters; every volume takes a first one. */
export function isFull(volume: { records: number; characters: number }, length: number): boolean {
  const { records, characters } = volume;
  return records > 0 && (records >= RECORDS_PER_VOLUME || characters + length > CHARACTERS_PER_VOLUME);
}

/** Two clients of one name and two addresses stay two. */
export function controllerKey({ legalName, country, address }: Named): string {
  return JSON.stringify([legalName, country, address]);
}

/** By controller, as French sorts names; two of one name by the rest of what tells them apart; then by reference. */
export function orderRecords<R extends { reference: string; controller: Named }>(records: readonly R[]): R[] {
  const { compare } = new Intl.Collator("fr", { numeric: true });
  const keys = new Map(records.map(({ controller }) => [controller, controllerKey(controller)]));
  const placed = records.map((record) => ({
    record,
    name: record.controller.legalName,
    key: keys.get(record.controller)!,
  }));
  placed.sort(
    (a, b) =>
      (a.key === b.key ? 0 : compare(a.name, b.name) || compare(a.key, b.key)) ||
      compare(a.record.reference, b.record.reference),
  );
  return placed.map(({ record }) => record);
}
