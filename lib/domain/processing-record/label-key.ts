import type { Capacity } from "./types";

/** Law that a record is read under; `isOfUnion` is false for a client of no law of the Union, and true unless told. */
export type ReadUnder = { capacity: Capacity; isOfUnion?: boolean };

/** Names the message of a section or field: the own register and a law outside the Union have words of their own for some. */
export function labelKey(
  kind: "sections" | "fields",
  name: string,
  { capacity, isOfUnion = true }: ReadUnder,
  has: (key: string) => boolean,
): string {
  const variants = [
    ...(isOfUnion ? [] : [`abroad.${kind}.${name}`]),
    ...(capacity === "controller" ? [`own.${kind}.${name}`] : []),
  ];
  return variants.find(has) ?? `${kind}.${name}`;
}
