/** Countries outside France that clients of a Moroccan centre have called most, ISO 3166. */
const USUAL = ["MA", "BE", "CH", "GB", "LU", "ES", "DE", "IT", "SN", "TN", "DZ", "CI", "CA"] as const;

/**
 * Parts the countries of a form into those shown first, which are the client's own, the chosen and the usual ones in this
 * order, and all others in the order that they came in.
 */
export function partCountries<One extends { value: string }>(
  countries: readonly One[],
  { client, chosen }: { client: string | null; chosen: readonly string[] },
): { first: One[]; others: One[] } {
  const wanted = [...new Set([client ?? [], chosen, USUAL].flat())];
  const first = wanted.flatMap((code) => countries.find(({ value }) => value === code) ?? []);
  return { first, others: countries.filter(({ value }) => !wanted.includes(value)) };
}
