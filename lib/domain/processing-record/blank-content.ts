import { emptyContent, type RecordContent } from "./content";

/** A content that says nothing, as most fields of most entries do. */
export const BLANK_CONTENT: RecordContent = emptyContent("-");

/** Removes blank fields but the activity; laying the rest over a blank content restores it. */
export function withoutBlanks(content: RecordContent): Partial<RecordContent> {
  const stated = Object.entries(content).filter(
    ([field, value]) => field === "activity" || !isAlike(value, BLANK_CONTENT[field as keyof RecordContent]),
  );
  return Object.fromEntries(stated) as Partial<RecordContent>;
}

/** The content whose fields `withoutBlanks` left. */
export function withBlanks(stated: Partial<RecordContent>): RecordContent {
  return { ...BLANK_CONTENT, ...stated };
}

function isAlike(value: unknown, blank: unknown): boolean {
  return value === blank || (Array.isArray(value) && value.length === 0 && Array.isArray(blank));
}
