import type { PartialDate } from "@/lib/domain/time/partial-date";

/**
 * Merges a section into the entry: a date with an equal meaning retains its original words, since the form
 * may have displayed another format. Rows are compared by position.
 */
export function preserveDateWords<T>(before: unknown, stated: T): T {
  return preserveWords(before, stated) as T;
}

function preserveWords(before: unknown, stated: unknown): unknown {
  if (isDate(stated)) return isDate(before) && before.value === stated.value ? before : stated;
  if (Array.isArray(stated)) return stated.map((item, index) => preserveWords(at(before, index), item));
  if (typeof stated !== "object" || stated === null) return stated;
  return Object.fromEntries(
    Object.entries(stated).map(([name, value]) => [name, preserveWords(at(before, name), value)]),
  );
}

function at(whole: unknown, key: string | number): unknown {
  return typeof whole === "object" && whole !== null ? (whole as Record<string, unknown>)[key] : undefined;
}

function isDate(value: unknown): value is PartialDate {
  return typeof value === "object" && value !== null && "value" in value && "text" in value;
}
