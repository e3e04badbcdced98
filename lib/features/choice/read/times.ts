import { stopTimesSchema, type StopTimes } from "@/lib/domain/choice/stop-times";

/** Reads the times of a choice as stored; null of one that holds at any. */
export function readTimes(stored: unknown): StopTimes | null {
  return stored === null ? null : stopTimesSchema.parse(stored);
}
