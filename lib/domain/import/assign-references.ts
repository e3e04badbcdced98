import type { Doubt } from "./types";

type Referenced = {
  fate: string;
  /** Reference in the file's spelling; "" when there is none. */
  writtenReference: string;
  reference: string | null;
  doubts: Doubt[];
};

/** References that the register has, and how often each stands in the file. */
type KnownReferences = { references: ReadonlySet<string>; referenceUses: ReadonlyMap<string, number> };

/** Two rows may bear one reference: the first keeps it, the others are given the next free one and say so. */
export function assignReferences<Row extends Referenced>(
  rows: readonly Row[],
  { references, referenceUses }: KnownReferences,
): Row[] {
  const used = new Set(references);
  return rows.map((row) => {
    if (row.fate === "set-aside") return row;
    const written = row.writtenReference;
    const isDuplicate = written !== "" && (referenceUses.get(written) ?? 0) > 1;
    const doubts = isDuplicate ? [...row.doubts, repeatedReference(written)] : row.doubts;
    if (row.fate !== "new") return { ...row, doubts };
    if (row.reference === null || used.has(row.reference)) return { ...row, doubts, reference: null };
    used.add(row.reference);
    return { ...row, doubts };
  });
}

function repeatedReference(text: string): Doubt {
  return { field: "reference", key: "referenceRepeated", params: { text } };
}
