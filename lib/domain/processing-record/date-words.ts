import type { PartialDate } from "@/lib/domain/time/partial-date";

/**
 * What a section says now, over what the entry said: a date that means the same keeps the words it came from, since its
 * form may have shown another writing of it. Rows are compared by their place.
 */
export function keepDateWords<T>(before: unknown, said: T): T {
  return keep(before, said) as T;
}

function keep(before: unknown, said: unknown): unknown {
  if (isDate(said)) return isDate(before) && before.value === said.value ? before : said;
  if (Array.isArray(said)) return said.map((item, index) => keep(at(before, index), item));
  if (typeof said !== "object" || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, keep(at(before, name), value)]),
  );
}

function at(whole: unknown, key: string | number): unknown {
  return typeof whole === "object" && whole !== null ? (whole as Record<string, unknown>)[key] : undefined;
}

function isDate(value: unknown): value is PartialDate {
  return typeof value === "object" && value !== null && "value" in value && "text" in value;
}
