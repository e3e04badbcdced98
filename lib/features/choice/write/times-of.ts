import type { StatedTimes, StopTimes } from "@/lib/domain/choice/stop-times";
import { zonesOfPlace } from "@/lib/domain/telephone-prospecting/place-zones";
import { countryOfNumber } from "@/lib/features/choice/read/phone-number";

/**
 * Times by the clocks where the person may be: those of the number's place, of an address those of the controller's persons, and
 * Paris's where nobody knows any.
 */
export function timesOf(times: StatedTimes, contact: string, countries: readonly string[]): StopTimes {
  const country = contact.startsWith("+") ? countryOfNumber(contact) : null;
  const zones = [...new Set((country === null ? countries : [country]).flatMap(zonesOfPlace))];
  return { ...times, zones: zones.length > 0 ? zones : ["Europe/Paris"] };
}
