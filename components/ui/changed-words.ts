import { itemAt } from "@/lib/domain/invariant/required";

export type Run = { text: string; changed: boolean };

/** Computes the longest common subsequence of words; the rest is marked changed. */
export function markChanges(before: string, after: string): Run[] {
  const written = words(after);
  const old = words(before).map((word) => word.trim());
  const now = written.map((word) => word.trim());
  if (old.length * now.length > 250_000) return [{ text: after, changed: before !== after }];
  const stored = commonLengths(old, now);
  const runs: Run[] = [];
  let at = 0;
  now.forEach((word, index) => {
    while (
      at < old.length &&
      old[at] !== word &&
      itemAt(itemAt(stored, at + 1), index) >= itemAt(itemAt(stored, at), index + 1)
    )
      at += 1;
    const isUnchanged = at < old.length && old[at] === word;
    if (isUnchanged) at += 1;
    push(runs, { text: itemAt(written, index), changed: !isUnchanged });
  });
  return runs;
}

/** kept[i][j] is the length of the common subsequence of old[i…] and now[j…]. */
function commonLengths(old: string[], now: string[]): number[][] {
  const stored = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      itemAt(stored, i)[j] =
        old[i] === now[j]
          ? itemAt(itemAt(stored, i + 1), j + 1) + 1
          : Math.max(itemAt(itemAt(stored, i + 1), j), itemAt(itemAt(stored, i), j + 1));
  return stored;
}

function push(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.changed === run.changed) last.text += run.text;
  else runs.push(run);
}

/** Includes surrounding spaces, so that joining restores the text. */
function words(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}
