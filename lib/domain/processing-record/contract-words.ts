import { foldText } from "@/lib/domain/search/terms";

/** True when words name a reference, whatever their case, punctuation and form of the year: "m3r 22/07", M3R-2022-07. */
export function namesReference(words: string, reference: string): boolean {
  const [stated, wanted] = [partsOf(words), partsOf(reference)];
  if (wanted.length === 0) return false;
  if (stated.join("") === wanted.join("")) return true;
  return stated.some((_, at) => wanted.every((part, index) => stated[at + index] === part));
}

/** True when words hold something shaped like a reference: letters or digits joined to digits, and no date. */
export function holdsReference(words: string): boolean {
  const undated = words.replace(/\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/g, " ");
  if (/\p{L}[-/._]?\p{N}{2}/u.test(undated)) return true;
  const joined = undated.split(/[^-\p{L}\p{N}/._]+/u);
  return joined.some((word) => word.split(/[-/._]/).filter((part) => /\p{N}/u.test(part)).length >= 2);
}

/** "M3R-2022-07" → ["m3r", "22", "7"]: a year by its last two digits, numbers without leading noughts. */
function partsOf(text: string): string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((part) => {
    const year = /^(?:19|20)(\d{2})$/.exec(part)?.[1];
    return (year ?? part).replace(/^0+(?=\d)/, "");
  });
}
