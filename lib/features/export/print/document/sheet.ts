import { isMention, summariseGaps } from "@/lib/domain/processing-record/completeness";
import { labelKey } from "@/lib/domain/processing-record/label-key";
import { countMentions } from "@/lib/domain/processing-record/mentions";
import {
  REGISTER_ARTICLES,
  sectionArticle,
  SECTIONS,
  type RecordSection,
} from "@/lib/domain/processing-record/sections";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import { additionalRows } from "./additional-fields";
import { breakable, dotted, formatArticle, WIDTHS } from "./lines";
import {
  ownAdditionalRows,
  ownPartyRows,
  purposeRows,
  recipientRows,
  retentionRows,
  subjectRows,
} from "./own";
import { partyRows } from "./parties";
import { operationRows, securityRows, transferRows } from "./processing";
import type { Sheet, SheetRow, SheetSection, SheetSource } from "./types";

/** Sections in the order of the article. */
export function buildSheet(
  source: SheetSource,
  { id, opensController }: { id: string; opensController: boolean },
): Sheet {
  const { capacity, record, words } = source;
  const { filled, total } = countMentions(record.gaps, capacity);
  const updatedAt = Date.parse(record.updatedAt);
  return {
    id,
    reference: breakable(record.reference, WIDTHS.margin),
    controller: breakable(record.controller.legalName, WIDTHS.value),
    opensController,
    title: breakable(record.content.activity, WIDTHS.value),
    version: words.document("document.version", {
      version: record.version,
      instant: formatInstant(updatedAt, "Africa/Casablanca", words.locale),
    }),
    state: describeState(record, words),
    gaps: describeStateAndGaps(source, words),
    mentions: source.holdsFindings ? words.document("document.mentions", { filled, total }) : "",
    continued: words.document("document.continued", { title: record.content.activity }),
    sections: buildSections(source),
  };
}

/** Example: "Suspendue · Complète"; a suspended entry must not read as complete alone. */
function describeStateAndGaps(
  source: Pick<SheetSource, "record" | "holdsFindings">,
  words: RegisterWords,
): Sheet["gaps"] {
  const gaps = describeGaps(source, words);
  const { state } = source.record;
  if (state === "active" || gaps.text === "") return gaps;
  return { ...gaps, text: dotted([words.record(`states.${state}`), gaps.text], words) };
}

/** Examples: "3 lacunes", "art. 30(2)(a) · art. 30(2)(b)"; advice leaves an entry complete. Empty without findings. */
export function describeGaps(
  { record: { gaps }, holdsFindings }: Pick<SheetSource, "record" | "holdsFindings">,
  words: RegisterWords,
): Sheet["gaps"] {
  const { document } = words;
  if (!holdsFindings) return { text: "", codes: "", isComplete: true };
  const { required, advisable } = summariseGaps(gaps);
  const asked = new Set(gaps.flatMap(({ code }) => (isMention(code) ? code : [])));
  // Open mentions of a voluntary register are advice.
  if (required === 0 && asked.size > 0)
    return {
      text: document("document.worthFilling", { count: asked.size }),
      codes: articlesOf(
        gaps.filter(({ code }) => isMention(code)),
        words,
      ),
      isComplete: true,
    };
  if (required === 0) {
    const advice = advisable === 0 ? "" : document("document.advice", { count: advisable });
    return { text: document("document.complete"), codes: advice, isComplete: true };
  }
  return {
    text: document("document.gaps", { count: required }),
    codes: articlesOf(
      gaps.filter(({ level }) => level === "required"),
      words,
    ),
    isComplete: false,
  };
}

/** Each article once, in the order of the sheet. */
function articlesOf(gaps: readonly { article: string }[], words: RegisterWords): string {
  return [...new Set(gaps.map(({ article }) => formatArticle(article, words)))].join(" · ");
}

const ROWS: Record<RecordSection, (source: SheetSource) => SheetRow[]> = {
  parties: partyRows,
  operations: operationRows,
  transfers: transferRows,
  security: securityRows,
  additional: additionalRows,
  "own-parties": ownPartyRows,
  purposes: purposeRows,
  "persons-and-data": subjectRows,
  recipients: recipientRows,
  retention: retentionRows,
  "own-additional": ownAdditionalRows,
};

/** Estimated lines of a page below its headings; an error only affects repeated headings. */
const PAGE_LINES = 44;

function buildSections(source: SheetSource): SheetSection[] {
  const sections = SECTIONS[source.capacity].map((section) => ({ section, rows: ROWS[section](source) }));
  const height = sections.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.height, 0);
  return sections.map(({ section, rows }) => buildSection(section, rows, source, height > PAGE_LINES));
}

function buildSection(
  section: RecordSection,
  rows: SheetRow[],
  source: SheetSource,
  isOverleaf: boolean,
): SheetSection {
  const { record } = source.words;
  const { article, also } = sectionArticle(source.capacity, section);
  return {
    article:
      article === ""
        ? record("outsideOf", { article: REGISTER_ARTICLES[source.capacity] })
        : record("article", { article }),
    also: article === "" ? record("outsideNote") : also,
    title: record(labelKey("sections", section, { capacity: source.capacity }, (key) => record.has(key))),
    rows,
    mayContinue: (article === "" && isOverleaf) || rows.some(({ isLong }) => isLong),
  };
}

function describeState({ state, stateSince }: ExportedRecord, words: RegisterWords): string {
  const stated = words.record(`states.${state}`);
  if (stateSince === null) return stated;
  return words.document("document.stateSince", { state: stated, date: formatDay(stateSince, words.locale) });
}
