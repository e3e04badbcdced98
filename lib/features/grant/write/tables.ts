import { DOSSIER_SECTIONS, type DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { CollectedDossier } from "@/lib/features/dossier/read/collect";
import type { GrantRow } from "@/lib/features/grant/read/queries";
import { readRegisterCells } from "@/lib/features/export/write/register-files";
import { translator } from "@/lib/i18n/translator";

export type TableRow = { cells: string[]; data: unknown; withheld?: number };
/** Table of one section of a grant: heads in its language, and the rows of all its controllers. */
export type Table = {
  section: DossierSection;
  columns: readonly string[];
  /** Its lines that are made of rows which do not agree with the journal, by their first cells. */
  disputed: readonly string[];
  /** Entries of the journal that are given by their digest alone; none of any other section. */
  undisclosed: number;
  rows: () => AsyncIterable<TableRow>;
};

type Collected = readonly CollectedDossier[];

/** Tables of a grant in the order of the sections. Rows that serve several controllers stand once. */
export async function* readTables(
  { sections, language }: Pick<GrantRow, "sections" | "language">,
  collected: Collected,
) {
  for (const { section } of DOSSIER_SECTIONS) {
    if (!sections.includes(section)) continue;
    if (section === "register") yield await registerTable(collected);
    else if (section === "journal") yield await journalTable(collected, language);
    else yield sectionTable(section, collected);
  }
}

async function registerTable(collected: Collected): Promise<Table> {
  const registers = collected.flatMap((part) => part.registers.map(({ data }) => data));
  const locale = collected[0]?.query.words.locale ?? "fr";
  const { columns, rows } = await readRegisterCells(registers, locale);
  const disputed = distinct(collected.flatMap(({ disputedRecords }) => disputedRecords));
  return { section: "register", columns, disputed, undisclosed: 0, rows };
}

function sectionTable(section: Exclude<DossierSection, "register" | "journal">, collected: Collected): Table {
  const parts = collected.flatMap((part) => part.sections.filter((one) => one.section === section));
  const heads = collected[0]?.query.words.dossier;
  const columns = (parts[0]?.columns ?? []).map((column) => heads?.(`columns.${column}`) ?? column);
  return {
    section,
    columns,
    disputed: distinct(parts.flatMap((part) => part.disputed)),
    undisclosed: 0,
    rows: async function* () {
      const known = new Set<string>();
      for (const { lines, withheld } of parts) {
        let counted = withheld;
        for await (const line of lines.lines()) {
          if (known.has(line)) continue;
          known.add(line);
          yield { ...(JSON.parse(line) as TableRow), withheld: counted };
          counted = 0;
        }
      }
    },
  };
}

type Line = { seq: number; d: string; at?: number; event?: string; noun?: string; text?: string };

/** Entries that the reader may know something of; the dossier's extract has the digest of every other. */
async function journalTable(collected: Collected, language: GrantRow["language"]): Promise<Table> {
  const words = await translator(language, "journal");
  const heads = await translator(language, "audit");
  const say = (kind: "events" | "nouns", key: string) => {
    const name = `${kind}.${key.replaceAll(".", "_")}`;
    return words.has(name) ? words(name) : key;
  };
  const instant = collected[0]?.query.words.instant;
  const disclosed = new Map<number, Line>();
  for (const { journal } of collected)
    for await (const line of journal?.lines.lines() ?? []) {
      const entry = JSON.parse(line) as Line;
      if (entry.event !== undefined) disclosed.set(entry.seq, entry);
    }
  const last = Math.max(0, ...collected.map(({ head }) => head.seq));
  return {
    section: "journal",
    columns: ["seq", "at", "event", "noun", "label", "author", "digest"].map((key) =>
      heads(`journal.${key}`),
    ),
    disputed: [],
    undisclosed: last - disclosed.size,
    rows: async function* () {
      for (const { seq, d, at = 0, event = "", noun = "", text } of [...disclosed.values()].sort(bySeq)) {
        const named = namesOf(text);
        const when = instant?.(at) ?? "";
        const cells = [
          String(seq),
          when,
          say("events", event),
          say("nouns", noun),
          named.label,
          named.author,
          d,
        ];
        yield { cells, data: { seq, at: new Date(at).toISOString(), event, noun, ...named, digest: d } };
      }
    },
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}

function bySeq(one: Line, other: Line): number {
  return one.seq - other.seq;
}

/** Names that the text of an entry holds; none where its text is not given. */
function namesOf(text: string | undefined): { label: string; author: string } {
  if (!text) return { label: "", author: "" };
  const { subject, actor } = JSON.parse(text) as { subject?: { label?: string }; actor?: { name?: string } };
  return { label: subject?.label ?? "", author: actor?.name ?? "" };
}
