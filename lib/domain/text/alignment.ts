import { diffArrays } from "diff";
import { itemAt } from "@/lib/domain/invariant/required";

/** Outcome of a list item. */
export type Mark = "kept" | "added" | "removed";

export type Marked<T> = { mark: "kept"; before: T; after: T } | { mark: "added" | "removed"; item: T };

/** Beyond so many insertions and removals two lists are told as one that went and one that came. */
const LONGEST_EDIT = 400;

/** Two lists side by side, in order; things of one `key` are one thing, though it may say something else now. */
export function alignLists<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): Marked<T>[] {
  const edits = diffArrays(before.map(key), after.map(key), { maxEditLength: LONGEST_EDIT });
  if (!edits) return [...marked("removed", before), ...marked("added", after)];
  let [was, is] = [0, 0];
  return edits.flatMap(({ added, removed, count }): Marked<T>[] => {
    if (added) return marked("added", after.slice(is, (is += count)));
    if (removed) return marked("removed", before.slice(was, (was += count)));
    const [old, now] = [before.slice(was, (was += count)), after.slice(is, (is += count))];
    return old.map((item, index) => ({ mark: "kept", before: item, after: itemAt(now, index) }));
  });
}

/** Two lists of words, thing by thing. */
export function compareItems(
  before: readonly string[],
  after: readonly string[],
): { mark: Mark; item: string }[] {
  return alignLists(before, after, (item) => item).map((aligned) =>
    aligned.mark === "kept" ? { mark: aligned.mark, item: aligned.after } : aligned,
  );
}

export type AlignedText = { mark: Mark; text: string };

/** A text word by word. The pieces that were not added make the old one, those that were not removed the new one. */
export function compareTexts(before: string, after: string): AlignedText[] {
  const words = alignLists(wordsOf(before), wordsOf(after), (word) => word);
  const parts = words.map((word) => ({
    mark: word.mark,
    text: word.mark === "kept" ? word.after : word.item,
  }));
  return joinTexts(parts);
}

/** Words of any script, white space, and each sign by itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

/** Between two kept pieces all that went, then all that came: a space alone between two changes is part of them. */
function joinTexts(parts: readonly AlignedText[]): AlignedText[] {
  const joined: AlignedText[] = [];
  let [removed, added] = ["", ""];
  const settle = () => {
    if (removed) joined.push({ mark: "removed", text: removed });
    if (added) joined.push({ mark: "added", text: added });
    [removed, added] = ["", ""];
  };
  parts.forEach(({ mark, text }, index) => {
    const isBridge =
      mark === "kept" && text.trim() === "" && isChange(parts[index + 1]) && (removed || added);
    if (mark === "removed" || isBridge) removed += text;
    if (mark === "added" || isBridge) added += text;
    if (mark !== "kept" || isBridge) return;
    settle();
    const last = joined.at(-1);
    if (last?.mark === "kept") last.text += text;
    else joined.push({ mark, text });
  });
  settle();
  return joined;
}

function isChange(part: AlignedText | undefined): boolean {
  return part !== undefined && part.mark !== "kept";
}

function marked<T>(mark: "added" | "removed", items: readonly T[]): Marked<T>[] {
  return items.map((item) => ({ mark, item }));
}
