import { numberCells } from "@/lib/features/choice/read/number-cell";
import { numberReadings, type NumberPlaces } from "@/lib/features/choice/read/phone-number";
import type { CallLayout } from "@/lib/domain/call-log/layout";
import type { DialledPrefix } from "@/lib/features/call-log/schema";

const LONGEST = 4;
const SAMPLES = 3;
/** Cells of a column that are tried. */
const MOST_TRIED = 200;
/** Rows of which most have to agree: a test call or a service number is dialled otherwise. */
const FEWEST = 3;
const SHARE = 0.9;

/** Finds it for each column that may be taken for the one of numbers; `isKnown` where the layout states it already. */
export function findDialledPrefixes(
  rows: readonly (readonly string[])[],
  layout: Pick<CallLayout, "columns" | "hasHead" | "dialPrefix">,
  places: NumberPlaces,
): DialledPrefix[] {
  return (rows[0] ?? []).flatMap((_, column) => {
    const columns = { ...layout.columns, number: column };
    const found = findDialledPrefix(rows, { ...layout, columns }, places);
    const isKnown = layout.columns.number === column && layout.dialPrefix === found?.prefix;
    return found === null ? [] : [{ column, isKnown, ...found }];
  });
}

/**
 * Finds what the exchange dials before each number: digits that all rows share, with which nearly none is a number and
 * without which nearly all are. The shortest such: "9" of "90033612345678". A person says whether it is so.
 */
function findDialledPrefix(
  rows: readonly (readonly string[])[],
  { columns, hasHead }: Pick<CallLayout, "columns" | "hasHead">,
  places: NumberPlaces,
): Pick<DialledPrefix, "prefix" | "samples"> | null {
  const { number, prefix: code } = columns;
  if (number === null) return null;
  const cells = (hasHead ? rows.slice(1) : rows)
    .map((row) => ({ written: (row[number] ?? "").trim(), code: code === null ? "" : (row[code] ?? "") }))
    .filter(({ written }) => /^\d[\d\s().-]*$/.test(written))
    .slice(0, MOST_TRIED);
  if (cells.length < FEWEST) return null;
  const isNumber = numberReadings(places);
  const countRead = (prefix: string) =>
    cells.filter(
      ({ written }) => written.startsWith(prefix) && isNumber(written.slice(prefix.length)).length > 0,
    ).length;
  if (countRead("") > cells.length * (1 - SHARE)) return null;
  const [first] = cells;
  const shared = Array.from({ length: LONGEST }, (_, at) => first?.written.slice(0, at + 1) ?? "");
  const found = shared.find((prefix) => /^\d+$/.test(prefix) && countRead(prefix) >= cells.length * SHARE);
  if (found === undefined) return null;
  const { read } = numberCells(places, { dialPrefix: found });
  const distinct = [...new Map(cells.map((cell) => [cell.written, cell])).values()];
  const samples = distinct.slice(0, SAMPLES).map(({ written, code: countryCode }) => ({
    written,
    read: read(written, countryCode) ?? isNumber(written.slice(found.length))[0] ?? "",
  }));
  return { prefix: found, samples };
}
