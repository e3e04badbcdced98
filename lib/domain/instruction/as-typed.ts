import { timeIn } from "@/lib/domain/time/typed-instant";
import { todayIn } from "@/lib/domain/time/zones";
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
