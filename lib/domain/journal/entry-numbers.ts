/** Longest list that one act clears. */
export const MOST_CLEARED = 1000;
const LARGEST = 2_147_483_647;

/** "12, 15-18" → 12, 15, 16, 17, 18; null where a part is no number or range of entries. */
export function readEntryNumbers(text: string): number[] | null {
  const found = new Set<number>();
  for (const part of text
    .normalize("NFKC")
    .split(/[\s,;،؛]+/)
    .filter(Boolean)) {
    const range = /^(\d{1,10})(?:[-–](\d{1,10}))?$/.exec(part);
    if (!range) return null;
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (first < 1 || last < first || last > LARGEST) return null;
    // Stops one above the limit, enough for the refusal: "1-2147483647" is never counted out.
    for (let seq = first; seq <= last && found.size <= MOST_CLEARED; seq++) found.add(seq);
  }
  return [...found];
}
