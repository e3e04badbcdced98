import type { JsonValue } from "@/lib/domain/journal/canonical";
import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { Locale } from "@/lib/i18n/locale";
import type { Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Audience } from "@/lib/features/dossier/schema";

/** Words of the dossier's language that every section needs. */
export type DossierWords = {
  locale: Locale;
  dossier: Translator;
  country: (code: string | null) => string;
  day: (day: string | null) => string;
  instant: (at: Date | number | null) => string;
};

/** Question that every section answers. */
export type SectionQuery = {
  /** Past day, null for now. */
  asOf: AsOf | null;
  /** Instant up to which facts count. */
  at: Date;
  /** ISO calendar date in Casablanca whose law applies. */
  day: string;
  audience: Audience;
  /** Chosen controllers with those merged into them; null for all. */
  controllerIds: readonly string[] | null;
  /** Name of a controller at that instant, of the one it was merged into where it was. */
  nameOf: (controllerId: string | null) => string;
  words: DossierWords;
};

/**
 * A line of a table: cells in the order of the section's columns, the same facts as data, and the row it is about. `drawnOf`
 * is the row that it is made of where none of its acts is shown.
 */
export type SectionRow = {
  cells: readonly string[];
  data: JsonValue;
  subject: string | null;
  drawnOf?: string;
};

/** Rows of one section as of an instant, in the order of its columns. */
export type SectionSource = {
  /** Names of columns, whose words are `dossier.columns.<name>`. */
  columns: readonly string[];
  /** Columns that a list of the rows shows: reference, title, and what else; the page of a row has all. */
  listed: readonly string[];
  rows: (tx: Tx, query: SectionQuery) => AsyncIterable<SectionRow>;
  /** True where documents of its rows may name the person: no file of them is in the dossier. */
  withholdsFiles?: true;
  /** Further rows, none of the table's own, whose acts the extract of the journal shows: ids of their subjects. */
  journalled?: (tx: Tx, query: SectionQuery) => Promise<string[]>;
  /** Files that belong to it besides the documents of its rows. */
  files?: (tx: Tx, query: SectionQuery, subjects: readonly string[]) => Promise<string[]>;
};

/** A line of a table whose cells are named by the columns: each column has one, and no cell is without a column. */
export type NamedRow<Column extends string> = Omit<SectionRow, "cells"> & {
  cells: Readonly<Record<Column, string>>;
};

type SectionDeclaration<Column extends string> = Omit<SectionSource, "columns" | "listed" | "rows"> & {
  columns: readonly Column[];
  listed: readonly NoInfer<Column>[];
  rows: (tx: Tx, query: SectionQuery) => AsyncIterable<NamedRow<NoInfer<Column>>>;
};

/** Declares a section by its columns; puts the cells of each line into their order. */
export function defineSection<const Column extends string>({
  columns,
  rows,
  ...rest
}: SectionDeclaration<Column>): SectionSource {
  return {
    ...rest,
    columns,
    async *rows(tx, query) {
      for await (const { cells, ...row } of rows(tx, query))
        yield { ...row, cells: columns.map((column) => cells[column]) };
    },
  };
}

/** Sections that are tables; the register and the journal have forms of their own. */
export type TableSection = Exclude<DossierSection, "register" | "journal">;

/** True where a row of this controller belongs to the dossier. */
export function isChosen({ controllerIds }: SectionQuery, id: string | null): boolean {
  return controllerIds === null || (id !== null && controllerIds.includes(id));
}

/** Condition on a column of controllers; empty for all. */
export function ofChosen({ controllerIds }: SectionQuery): { controllerId?: { in: string[] } } {
  return controllerIds === null ? {} : { controllerId: { in: [...controllerIds] } };
}
