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
  cause: "cause",
  systems: "systems",
  "person-categories": "personCategories",
  "data-kinds": "dataKinds",
  consequences: "consequences",
  measures: "measures",
  "contact-point": "contactPoint",
} as const;

/** Puts the protection of the data, a code of the file and what was written beside it, into the reader's language. */
export type ProtectionWords = (protection: { code: string; text: string }) => string;

/** States what the file says of the whole and of one controller's part: of each kind the last statement that nothing corrects. */
export function noticeSourceOf(
  facts: readonly StatedFact[],
  { controllerId, isSole, awareAt }: { controllerId: string; isSole: boolean; awareAt: number | null },
  describeProtection: ProtectionWords,
): NoticeSource {
  const corrected = new Set(facts.map(({ correctsId }) => correctsId));
  const valid = facts
    .filter(({ id, value }) => !corrected.has(id) && recordOf(value).isWithdrawn !== true)
    .toSorted((a, b) => a.number - b.number);
  const of = (whose: string | null) =>
    contentOf(
      valid.filter((fact) => fact.controllerId === whose),
      describeProtection,
    );
  return { file: { ...of(null), ...(awareAt !== null && { awareAt }) }, share: of(controllerId), isSole };
}

function contentOf(
  facts: readonly StatedFact[],
  describeProtection: ProtectionWords,
): Partial<NoticeContent> {
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
    natures: naturesOf(last("nature")?.value),
    persons: countOf(last("persons")?.value),
    records: countOf(last("records")?.value),
    protection: protectionOf(last("protection")?.value, describeProtection),
  });
}

function protectionOf(value: unknown, describe: ProtectionWords): string | null {
  const { protection } = recordOf(value);
  return typeof protection === "string" ? describe({ code: protection, text: textOf(value) }) || null : null;
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
