import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { ExportedRecord, RegisterExport, RegisterVolume } from "./register-export";

/** What one compilation prints within 1.5 GB: full records take 2 MB each, and so do 8,000 characters of notes. */
const MOST_RECORDS = 500;
const MOST_CHARACTERS = 3_000_000;

/**
 * The register by controller, then by reference, cut into volumes of at most `records` records and `characters` of
 * content. A register without a record is one volume: it says so.
 */
export function splitVolumes(
  register: RegisterExport,
  { records = MOST_RECORDS, characters = MOST_CHARACTERS } = {},
): RegisterVolume[] {
  const parts: ExportedRecord[][] = [[]];
  let length = 0;
  for (const record of orderRecords(register.records)) {
    const added = JSON.stringify(record).length;
    const isFull = parts.at(-1)!.length >= records || length + added > characters;
    if (isFull && parts.at(-1)!.length > 0) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(record);
    length += added;
  }
  return parts.map((part, index) => ({
    ...register,
    records: part,
    volume: { number: index + 1, total: parts.length },
  }));
}

/** Two clients of one name and two addresses stay two. */
export function controllerKey({ legalName, country, address }: ControllerFacts): string {
  return JSON.stringify([legalName, country, address]);
}

function orderRecords(records: readonly ExportedRecord[]): ExportedRecord[] {
  const { compare } = new Intl.Collator("fr", { numeric: true });
  return [...records].sort(
    (a, b) =>
      compare(a.controller.legalName, b.controller.legalName) ||
      compare(controllerKey(a.controller), controllerKey(b.controller)) ||
      compare(a.reference, b.reference),
  );
}
