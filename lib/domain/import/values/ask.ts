import { findQualifiers } from "@/lib/domain/text/qualifiers";
import { question, type Reading } from "../doubts";

/**
 * Asks where words beside what was read deny, limit, date or condition it: `beside` is what the reader kept as words. A
 * cell that was not read at all says nothing that could be wrong.
 */
export function askBeside<T>(cell: string, beside: string, read: Reading<T>, isRead: boolean): Reading<T> {
  const words = isRead ? findQualifiers(beside).map((one) => one.words) : [];
  if (words.length === 0) return read;
  const asked = question("wordsUnsettled", cell, { words: [...new Set(words)].join(", ") });
  return { ...read, doubts: [asked, ...read.doubts] };
}
