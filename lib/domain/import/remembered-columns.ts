import { fold } from "@/lib/domain/text/fold";

/** A column as a person put it; `asked` where nobody has answered what its head means. */
export type PutColumn<T extends string> = {
  column: number;
  header: string;
  target: T;
  asked?: readonly T[] | undefined;
};

/**
 * Targets of the columns of a file by what a person settled for a file of this shape, which may have had more or fewer:
 * null for a column that nobody put.
 */
export function rememberedTargets<T extends string>(
  columns: readonly { column: number; header: string }[],
  remembered: readonly PutColumn<T>[],
): (T | null)[] {
  return columns.map(({ column, header }) => {
    const isSame = (known: PutColumn<T>) => fold(known.header) === fold(header);
    const same = remembered.find((known) => known.column === column && isSame(known));
    const moved = same ?? remembered.find((known) => header !== "" && isSame(known));
    return !moved || moved.asked ? null : moved.target;
  });
}

/** Identifies files of one layout: their heads in order, without case, accents and punctuation. */
export function headerSignature(header: readonly string[]): string {
  const heads = header.map(fold);
  return heads.slice(0, heads.findLastIndex((head) => head !== "") + 1).join("|");
}
