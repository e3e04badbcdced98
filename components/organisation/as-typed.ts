import type { FormValues } from "@/components/form/form-paths";
import { dayFirst } from "@/lib/domain/time/partial-date";
import { withDecimalSign } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

const DATES = ["euRepresentativeMandateOn", "turnoverRateOn", "turnoverYearEnd"];
const DECIMALS = ["turnoverAmount", "turnoverRate"];

/** Formats values as typed: "2025-12-31" → "31/12/2025", "10.7345" → "10,7345". */
export function organisationAsTyped(stored: FormValues, locale: Locale): FormValues {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, typed(name, value, locale)]),
  );
}

function typed(name: string, value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((row) => organisationAsTyped(row as FormValues, locale));
  if (typeof value !== "string") return value;
  if (DATES.includes(name)) return dayFirst(value);
  return DECIMALS.includes(name) ? withDecimalSign(value, locale) : value;
}
