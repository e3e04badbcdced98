import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { RegisterExport, RegisterVolume } from "./register-export";

type Named = Pick<ControllerFacts, "legalName" | "country" | "address">;

/** A full record takes 1.5 MB of memory to compose, and its compiler 110 before the first: a volume stays under 400. */
export const RECORDS_PER_VOLUME = 150;

/**
 * The register by controller, then by reference, cut into volumes of at most `size` records. A register without a
 * record is one volume: it says so.
 */
export function splitVolumes(register: RegisterExport, size = RECORDS_PER_VOLUME): RegisterVolume[] {
  const records = orderRecords(register.records);
  const total = Math.max(1, Math.ceil(records.length / size));
  return Array.from({ length: total }, (_, index) => ({
    ...register,
    records: records.slice(index * size, (index + 1) * size),
    volume: { number: index + 1, total },
  }));
}

/** Two clients of one name and two addresses stay two. */
export function controllerKey({ legalName, country, address }: Named): string {
  return JSON.stringify([legalName, country, address]);
}

/** By controller, as French sorts names; two of one name by the rest of what tells them apart; then by reference. */
export function orderRecords<R extends { reference: string; controller: Named }>(records: readonly R[]): R[] {
  const { compare } = new Intl.Collator("fr", { numeric: true });
  return [...records].sort(
    (a, b) =>
      compare(a.controller.legalName, b.controller.legalName) ||
      compare(controllerKey(a.controller), controllerKey(b.controller)) ||
      compare(a.reference, b.reference),
  );
}
