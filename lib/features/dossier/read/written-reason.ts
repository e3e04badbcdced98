import type { JsonValue } from "@/lib/domain/journal/canonical";
import type { SectionQuery } from "@/lib/features/dossier/read/section";
import { joinParts } from "@/lib/i18n/format";

/** Reason to work on an instruction that the processor had not examined, 28(3): who wrote it, and the instant in milliseconds. */
export type WrittenReason = { text: string; by: string; at: number };

type Version = { recordedAt: Date; authorName: string; snapshot: unknown };

/** Reason of the last of versions, told by whoever first saved it without a break; null where it has none. */
export function reasonOfVersions(versions: readonly Version[]): WrittenReason | null {
  const text = reasonIn(versions.at(-1));
  if (text === "") return null;
  const before = versions.findLastIndex((version) => reasonIn(version) !== text);
  const first = versions[before + 1];
  return first ? { text, by: first.authorName, at: first.recordedAt.getTime() } : null;
}

function reasonIn(version: Version | undefined): string {
  // Versions of before hold no reason; the database lets nobody change one.
  const { content } = (version?.snapshot ?? {}) as { content?: { instructionReason?: string } };
  return content?.instructionReason ?? "";
}

/** The reason on one line. A controller is given no name of the processor's staff. */
export function reasonCell(reason: WrittenReason | null, { audience, words }: SectionQuery): string {
  if (reason === null) return "";
  const { text, by, at } = reason;
  return joinParts([text, audience === "controller" ? "" : by, words.instant(at)], words.locale);
}

export function reasonData(
  reason: WrittenReason | null,
  { audience }: Pick<SectionQuery, "audience">,
): Record<"instructionReason", JsonValue> {
  if (reason === null) return { instructionReason: null };
  const { text, by, at } = reason;
  const author = audience === "controller" ? null : by;
  return { instructionReason: { text, by: author, at: new Date(at).toISOString() } };
}
