/**
 * Lines by which a person says how a controller came to know, or did not, or was told by telephone that its data are not affected:
 * these alone are corrected or withdrawn.
 */
export const INFORMED_KINDS = [
  "call-made",
  "no-answer",
  "known-elsewhere",
  "given-on-paper",
  "acknowledged",
  "call-rectified",
] as const;
export type InformedKind = (typeof INFORMED_KINDS)[number];

export function isInformedKind(kind: string): kind is InformedKind {
  return (INFORMED_KINDS as readonly string[]).includes(kind);
}

/** Takes a line back: what it says never was. */
export const WITHDRAWN = "withdrawn";

type Line = { id: string; kind: string; correctsId: string | null };

/** Lines that count: none that another corrects, and none that withdraws. */
export function standingLines<T extends Line>(lines: readonly T[]): T[] {
  const corrected = new Set(lines.map(({ correctsId }) => correctsId));
  return lines.filter(({ id, kind }) => !corrected.has(id) && kind !== WITHDRAWN);
}

const MINUTE_MS = 60_000;

/** The instant that a line is recorded at, in milliseconds of UTC, or why it cannot be. */
export type PlacedLine = { at: number } | { key: "notAware" | "beforeAware" };

/**
 * Places what was typed to the minute. We call, and ask for an acknowledgement, only of what we know: neither precedes our own
 * awareness, art. 33(2); within the minute of it, it is at that instant. Knowledge from elsewhere alone may precede.
 */
export function placeLine(kind: InformedKind, at: number, awareAt: number | null): PlacedLine {
  if (kind === "known-elsewhere") return { at };
  if (awareAt === null) return { key: "notAware" };
  if (at >= awareAt) return { at };
  return at + MINUTE_MS > awareAt ? { at: awareAt } : { key: "beforeAware" };
}

export type SaidLine = { kind: string; at: number; who: string; contactId: string | null };

/** True of two lines of one kind and instant about one person: they tell of the same call. */
export function isSameLine(one: SaidLine, other: SaidLine): boolean {
  if (one.kind !== other.kind || one.at !== other.at) return false;
  if (one.contactId !== null && one.contactId === other.contactId) return true;
  return folded(one.who) === folded(other.who);
}

function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/gu, " ").trim().toLowerCase();
}
