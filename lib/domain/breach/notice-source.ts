import { NATURES } from "./facts";
import type { NoticeContent } from "./notice-content";
import type { NoticeSource } from "./notice";

/** A fact of a breach's file as a notice reads it. Instants are milliseconds of UTC. */
export type StatedFact = {
  id: string;
  number: number;
  kind: string;
  value: unknown;
  at: number | null;
  controllerId: string | null;
  correctsId: string | null;
};

/** Texts of the file and the field of a notice that each answers. */
const TEXTS = {
  "what-happened": "whatHappened",
  systems: "systems",
  "person-categories": "personCategories",
  "data-kinds": "dataKinds",
  consequences: "consequences",
  measures: "measures",
  "contact-point": "contactPoint",
} as const;

type Coded = { code: string; text: string };

/** Puts codes of the file, and what was written beside them, into the reader's language. */
export type SourceWords = {
  protection: (protection: Coded) => string;
  /** Names how it came about, with the answer to how a caller was authenticated. */
  circumstance: (circumstance: Coded) => string;
};

/** States what the file says of the whole and of one controller's part: of each kind the last statement that nothing corrects. */
export function noticeSourceOf(
  facts: readonly StatedFact[],
  { controllerId, isSole, awareAt }: { controllerId: string; isSole: boolean; awareAt: number | null },
  words: SourceWords,
): NoticeSource {
  const corrected = new Set(facts.map(({ correctsId }) => correctsId));
  const valid = facts
    .filter(({ id, value }) => !corrected.has(id) && recordOf(value).isWithdrawn !== true)
    .toSorted((a, b) => a.number - b.number);
  const of = (whose: string | null) =>
    contentOf(
      valid.filter((fact) => fact.controllerId === whose),
      words,
    );
  return { file: { ...of(null), ...(awareAt !== null && { awareAt }) }, share: of(controllerId), isSole };
}

function contentOf(facts: readonly StatedFact[], words: SourceWords): Partial<NoticeContent> {
  const last = (kind: string) => facts.findLast((fact) => fact.kind === kind);
  const texts = Object.entries(TEXTS).flatMap(([kind, field]) => {
    const text = textOf(last(kind)?.value);
    return text === "" ? [] : [[field, text] as const];
  });
  const occurred = last("occurred");
  const range = recordOf(occurred?.value);
  return withoutNull({
    ...Object.fromEntries(texts),
    occurredFrom: occurred?.at ?? null,
    occurredUntil: typeof range.until === "number" ? range.until : null,
    containedAt: last("contained")?.at ?? null,
    cause: causeOf(textOf(last("cause")?.value), last("circumstance")?.value, words),
    natures: naturesOf(last("nature")?.value) ?? naturesScored(last("severity-input")?.value),
    persons: countOf(last("persons")?.value),
    records: countOf(last("records")?.value),
    protection: protectionOf(last("protection")?.value, words),
  });
}

function protectionOf(value: unknown, words: SourceWords): string | null {
  const { protection } = recordOf(value);
  return typeof protection === "string"
    ? words.protection({ code: protection, text: textOf(value) }) || null
    : null;
}

/** Joins what was written of the cause and the circumstance, which states a cause too, 33(3)(a). */
function causeOf(cause: string, circumstance: unknown, words: SourceWords): string | null {
  const { circumstance: code } = recordOf(circumstance);
  const stated = typeof code === "string" ? words.circumstance({ code, text: textOf(circumstance) }) : "";
  return [cause, stated].filter(Boolean).join("\n") || null;
}

/** Natures that a severity states: what is lost of confidentiality, integrity or availability. */
function naturesScored(value: unknown): (typeof NATURES)[number][] | null {
  const scored = recordOf(recordOf(value).severity);
  const lost = NATURES.filter((nature) => typeof scored[nature] === "string" && scored[nature] !== "none");
  return lost.length === 0 ? null : lost;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  const { text } = recordOf(value);
  return typeof text === "string" ? text.trim() : "";
}

function countOf(value: unknown): number | null {
  const { count } = recordOf(value);
  return typeof count === "number" ? count : null;
}

function naturesOf(value: unknown): (typeof NATURES)[number][] | null {
  const { natures } = recordOf(value);
  const known = Array.isArray(natures) ? NATURES.filter((nature) => natures.includes(nature)) : [];
  return known.length === 0 ? null : known;
}

function withoutNull(content: Partial<NoticeContent>): Partial<NoticeContent> {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null));
}
