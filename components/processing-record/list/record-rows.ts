import { cellHtml, dayHtml, rowIconHtml } from "@/components/ui/cell-html";
import { markup, type Html } from "@/components/ui/html";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { Completeness, RecordTableRow } from "./list-rows";

const TONES: Record<Completeness, string> = { missing: "st warn", worth: "st", complete: "st ok" };

type RowsLook = {
  /** Path of the register, above its entries. */
  href: string;
  /** Day as of which the entries are read. */
  on?: string;
  shown: readonly ListColumn[];
  /** Words for an entry without a review. */
  never: string;
  /** Names the box that selects a row; null where nothing may be done. */
  nameBox: ((row: RecordTableRow) => string) | null;
};

/** Rows of a register as markup, alike on the server and in the browser: drawn as components they were a fifth of a page. */
export function recordRows(rows: readonly RecordTableRow[], look: RowsLook): Html {
  return markup`${rows.map((row) => recordRow(row, look))}`;
}

function recordRow(row: RecordTableRow, { href, on, shown, never, nameBox }: RowsLook): Html {
  const closed = row.state === "ended" && markup` class="is-closed"`;
  const box = nameBox && boxOf(row, nameBox(row));
  const link = markup`<a href="${href}/${row.id}${on && `?on=${on}`}"><bdi>${row.reference}</bdi></a>`;
  const folio = cellHtml({ place: "folio" }, box, link);
  return markup`<tr${closed}>${folio}${recordCells(row, shown, never)}</tr>`;
}

function boxOf({ id }: RecordTableRow, name: string): Html {
  return markup`<input type="checkbox" class="box" aria-label="${name}" name="id" value="${id}">`;
}

/** The name is fixed; other columns are chosen. */
export function recordCells(row: RecordTableRow, shown: readonly ListColumn[], never: string): Html {
  const name = cellHtml({ place: "title", title: row.title }, row.title);
  return markup`${name}${shown.map((column) => CELLS[column](row, { never, shown }))}`;
}

type CellContext = Pick<RowsLook, "never" | "shown">;

const CELLS: Record<ListColumn, (row: RecordTableRow, context: CellContext) => Html> = {
  text: ({ text }) => cellHtml({ place: "text", title: text }, text),
  access: ({ access }) => cellHtml({ place: "wide", title: access }, access),
  state: ({ stateLabel }) => cellHtml({ place: "text" }, stateLabel),
  gaps: (row, { shown }) =>
    cellHtml(
      { place: "status", whole: row.hasManyArticles || row.state !== "active" },
      !shown.includes("state") && stateBeside(row),
      markup`<span class="${toneOf(row)}">${rowIconHtml(row.completeness)}<span>${row.label}</span></span>`,
      row.articles && markup`<span class="codes"><bdi>${row.articles}</bdi></span>`,
    ),
  version: ({ version }) => cellHtml({ place: "wide", numeric: true }, version),
  reviewed: ({ reviewed }, { never }) =>
    cellHtml(
      { place: "date", numeric: true },
      reviewed ? dayHtml(reviewed) : markup`<span class="faint">${never}</span>`,
    ),
};

function toneOf({ state, completeness }: RecordTableRow): string {
  return state === "ended" ? "st" : TONES[completeness];
}

/** Shows the state before completeness: a suspended entry must not read as complete. */
function stateBeside({ state, stateLabel }: RecordTableRow): Html | false {
  return (
    state !== "active" && markup`<span class="st me-2">${rowIconHtml(state)}<span>${stateLabel}</span></span>`
  );
}
