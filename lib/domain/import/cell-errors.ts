import { isSheetError } from "@/lib/domain/text/sheet-error";
import type { ImportTarget } from "./types";

const BOX = /^(?:vrai|faux|true|false|wahr|falsch|verdadero|falso|vero|waar|onwaar|☐|☑|☒|0)$/iu;

/** Fields that a yes, a no or a figure answers. */
const ANSWERED: ReadonlySet<ImportTarget> = new Set([
  "special",
  "minors",
  "exemption",
  "targetsUnion",
  "transfer",
  "subProcessors",
  "jointControllers",
  "volumes",
]);

/** True for a cell that holds a spreadsheet's error, or a box or zero where the field asks for words. */
export function isNoContent(text: string, target: ImportTarget): boolean {
  const written = text.trim();
  return isSheetError(written) || (BOX.test(written) && !ANSWERED.has(target));
}

/**
 * True for a row whose every cell is a box that nobody ticked, beside a running number at most: the spare lines of a sheet
 * with tick boxes.
 */
export function isUnticked(cells: readonly string[]): boolean {
  const [first = "", ...others] = cells.map((cell) => cell.trim());
  const boxes = /^\d{1,5}$/.test(first) && others.length > 0 ? others : [first, ...others];
  return cells.length > 0 && boxes.every((cell) => /^(?:faux|false|falsch|falso|onwaar|☐|0)$/iu.test(cell));
}
