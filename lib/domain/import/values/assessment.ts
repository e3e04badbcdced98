import type { PartialDate } from "@/lib/domain/time/partial-date";
import { doubt, reading, type Reading } from "../doubts";
import { readDate } from "./date";

/** The transfer impact assessment: its date, or what was written in its place ("à faire"). */
export function readAssessment(cell: string): Reading<{ on: PartialDate | null; text: string }> {
  const written = cell.trim();
  if (written === "") return reading({ on: null, text: "" });
  const { value, doubts, leftover } = readDate(written);
  // A date keeps the words it came from, unless they are too long: those stand in the text.
  if (value) return reading({ on: value, text: value.text.length > 40 ? written : leftover }, doubts);
  return reading({ on: null, text: written }, [doubt("assessmentUndated", written)]);
}
