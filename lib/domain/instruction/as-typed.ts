import { localParts, todayIn } from "@/lib/domain/time/zones";
import { COVERED, type InstructionContent } from "./content";

/**
 * Formats the content for its form: the instant as day and hour in Casablanca, lists with a line for each
 * item.
 */
export function asTyped({ receivedAt, covers, supersedesId, ...values }: InstructionContent) {
  const listed = COVERED.filter((name) => name !== "countries").map((name) => [
    name,
    covers[name].join("\n"),
  ]);
  return {
    ...values,
    receivedOn: todayIn("Africa/Casablanca", receivedAt.getTime()),
    receivedTime: timeIn(receivedAt.getTime()),
    supersedesId: supersedesId ?? "",
    ...Object.fromEntries(listed),
    countries: covers.countries,
  };
}

/** "14:05" on the wall of Casablanca. */
export function timeIn(instantMs: number): string {
  const { hour, minute } = localParts("Africa/Casablanca", instantMs);
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}
