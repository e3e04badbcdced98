import { fieldOf, itemAt } from "@/lib/domain/invariant/required";

/** ISO/IEC 27002:2022: controls per theme, 5 organisational, 6 people, 7 physical, 8 technological. */
const CONTROLS: Readonly<Record<string, number>> = { "5": 37, "6": 8, "7": 14, "8": 34 };

/** True for one of the 93 controls of ISO/IEC 27002:2022, "5.1" to "8.34". */
export function isIsoControl(id: string): boolean {
  const match = /^([5-8])\.([1-9]\d?)$/.exec(id);
  return match !== null && Number(match[2]) <= fieldOf(CONTROLS, itemAt(match, 1));
}

/** "8.5, 5.17; 8.5" → ["5.17", "8.5"], each once and in the standard's order; null where one is no control. */
export function readIsoControls(text: string): string[] | null {
  const ids = text.split(/[\s,;،؛]+/).filter((id) => id !== "");
  if (!ids.every(isIsoControl)) return null;
  return [...new Set(ids)].sort(byNumber);
}

function byNumber(a: string, b: string): number {
  const [aTheme = 0, aNumber = 0] = a.split(".").map(Number);
  const [bTheme = 0, bNumber = 0] = b.split(".").map(Number);
  return aTheme - bTheme || aNumber - bNumber;
}
