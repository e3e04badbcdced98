import { z } from "zod";
import { findPlace } from "@/lib/domain/country/places";
import { several } from "./typed-fields";

/**
 * Formats a country as a form proposes it, "Maroc (MA)": the name in the reader's language, the code for
 * every language.
 */
export function typedCountry({ value, label }: { value: string; label: string }): string {
  return `${label} (${value})`;
}

/**
 * Reads the code of "Maroc (MA)", of "MA", or of a name in French, English or Arabic. A town is no country.
 */
export function readTypedCountry(text: string): string | null {
  const written = text.trim();
  const code = /\(([A-Za-z]{2})\)$/.exec(written)?.[1] ?? (written.length === 2 ? written : "");
  const place = (code && findPlace(code.toUpperCase())) || findPlace(written);
  return place && !place.isCity ? place.country : null;
}

/** Parses several countries, each once in the order of the form; blank places are dropped. */
export const typedCountries = z
  .unknown()
  .optional()
  .transform((value, ctx): string[] => {
    const written = [several(value)].flat().map((text) => String(text).trim());
    const codes = written.filter(Boolean).map(readTypedCountry);
    if (codes.includes(null)) ctx.addIssue({ code: "custom", message: "country" });
    return [...new Set(codes.filter((code) => code !== null))];
  });
