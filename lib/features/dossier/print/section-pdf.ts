import { disputedNote } from "@/lib/features/dossier/read/disputed-note";
import { isolateTexts } from "@/lib/i18n/bidi";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import type { CollectedDossier, CollectedSection } from "@/lib/features/dossier/read/collect";
import type { DossierWords } from "@/lib/features/dossier/read/section";

/** Lines of one PDF: the compiler's memory grows with them. */
const LINES_PER_VOLUME = 600;
/** Longer values run over the page. */
const LONG = 400;
/** First cells of a line that make its heading; two where a section is not named. */
const HEADING_CELLS: Partial<Record<string, number>> = { chain: 3, telephone: 3 };
/** Cells of a line that name what its entry is about, a contract or a consultation, and are its heading and fields. */
const GROUPED: Partial<Record<string, { by: number; widths: readonly number[] }>> = {
  clauses: { by: 4, widths: [5, 2.4, 2.2, 3] },
  consultations: { by: 12, widths: [3, 5, 2, 2] },
};

type Line = { cells: string[] };
type Field = { label: string; value: string; isLong: boolean };
type Entry = {
  heading: string;
  fields: Field[];
  heads: readonly string[];
  widths: readonly number[];
  lines: string[][];
};

export type Heading = Pick<CollectedDossier, "organisation" | "query"> & {
  foot: string;
  now: Date;
  /** Printed across each page; "" for none. */
  mark: string;
};
type Page = { title: string; article: string; volume: string; lead: string[]; entries: readonly Entry[] };

/** Number of PDFs that a section is divided into. */
export function countVolumes({ rows }: Pick<CollectedSection, "rows">): number {
  return Math.max(1, Math.ceil(rows / LINES_PER_VOLUME));
}

/** Prints volumes one after the other; each reads only its own lines. */
export async function* printSection(section: CollectedSection, heading: Heading): AsyncGenerator<Uint8Array> {
  const total = countVolumes(section);
  const lines = section.lines.lines();
  for (let number = 1; number <= total; number += 1)
    yield await printPage(pageOf(section, await readBatch(lines), { heading, number, total }), heading);
}

async function readBatch(lines: AsyncGenerator<string>): Promise<Line[]> {
  const batch: Line[] = [];
  while (batch.length < LINES_PER_VOLUME) {
    const next = await lines.next();
    if (next.done) break;
    batch.push(JSON.parse(next.value) as Line);
  }
  return batch;
}

type Volume = { heading: Heading; number: number; total: number };

function pageOf(section: CollectedSection, lines: Line[], { heading, number, total }: Volume): Page {
  const { dossier } = heading.query.words;
  const heads = section.columns.map((column) => dossier(`columns.${column}`));
  return {
    title: dossier(`sections.${section.section}`),
    article: dossier("article", { article: section.article }),
    volume: total > 1 ? dossier("volume", { number, total }) : "",
    lead: [
      dossier(`leads.${section.section}`),
      ...(section.withheld > 0 ? [dossier("withheldNote", { count: section.withheld })] : []),
      ...disputedNote(section.disputed, heading.query.words),
    ],
    entries: GROUPED[section.section]
      ? groupedEntries(section.section, heads, lines)
      : lines.map((line) => entryOf(section.section, heads, line)),
  };
}

function entryOf(section: string, heads: readonly string[], { cells }: Line): Entry {
  const by = HEADING_CELLS[section] ?? 2;
  const fields = fieldsOf(heads.slice(by), cells.slice(by));
  return { heading: headingOf(cells.slice(0, by)), fields, heads: [], widths: [], lines: [] };
}

/** Groups lines that begin alike into one entry. */
function groupedEntries(section: string, heads: readonly string[], lines: readonly Line[]): Entry[] {
  const { by, widths } = GROUPED[section] ?? { by: 1, widths: [] };
  const entries = new Map<string, Entry>();
  for (const { cells } of lines) {
    const key = JSON.stringify(cells.slice(0, by));
    const entry = entries.get(key) ?? {
      heading: headingOf(cells.slice(0, 2)),
      fields: fieldsOf(heads.slice(2, by), cells.slice(2, by)),
      heads: heads.slice(by),
      widths,
      lines: [],
    };
    entry.lines.push(cells.slice(by));
    entries.set(key, entry);
  }
  return [...entries.values()];
}

function headingOf(cells: readonly string[]): string {
  return cells.filter(Boolean).join(" · ");
}

function fieldsOf(heads: readonly string[], cells: readonly string[]): Field[] {
  return cells.flatMap((value, at) =>
    value === "" ? [] : [{ label: heads[at] ?? "", value, isLong: value.length > LONG }],
  );
}

/** The first page of a dossier: what it holds, for whom, as of when. */
export function printCover(
  dossier: CollectedDossier,
  heading: Heading,
  cover: { fields: [string, string][]; contents: [string, string, string][] },
): Promise<Uint8Array> {
  const { dossier: t } = heading.query.words;
  const field = ([label, value]: [string, string]): Field => ({ label, value, isLong: value.length > LONG });
  return printPage(
    {
      title: t("title"),
      article: t("article", { article: "5(2)" }),
      volume: "",
      lead: [t("lead"), t("signedLead")],
      entries: [
        { heading: t("about"), fields: cover.fields.map(field), heads: [], widths: [], lines: [] },
        {
          heading: t("contents"),
          fields: [],
          heads: [t("contentsHeads.section"), t("contentsHeads.rows"), t("contentsHeads.files")],
          widths: [6, 2, 2],
          lines: cover.contents,
        },
      ],
    },
    heading,
  );
}

function printPage(page: Page, { organisation, query, foot, mark, now }: Heading): Promise<Uint8Array> {
  const { words } = query;
  return renderPdf({
    template: "lib/features/dossier/print/section.typ",
    locale: words.locale,
    standard: "a-3a",
    data: {
      ...isolateTexts(
        { ...page, organisation, empty: words.dossier("empty"), when: whenOf(words, query.day, now) },
        words.locale,
      ),
      foot,
      mark,
      date: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() },
    },
  });
}

/** "State of 27 Nov. 2026, made 28 Nov. 2026, 10:12". */
function whenOf(words: DossierWords, day: string, now: Date): string {
  return words.dossier("when", { day: words.day(day), made: words.instant(now) });
}
