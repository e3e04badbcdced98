import { isInForce, type Dated } from "./dated";

/** A territory where the GDPR (before it, Directive 95/46) makes transfers free, art. 1(3). */
export type EeaMembership = Dated & { country: string };

const AGREEMENT = { article: "EEA 128", source: "EEA Agreement, 2 May 1992", status: "memory" } as const;
const ACCESSION = { article: "TEU 49", source: "Accession treaty", status: "memory" } as const;
const REGIONS = { article: "TFEU 349, 355(1)", source: "Outermost region", status: "memory" } as const;
const WITHDRAWAL = {
  article: "127",
  source: "Withdrawal Agreement of 24 January 2020, OJ L 29, 31.1.2020",
  status: "memory",
} as const;

/**
 * Members of the European Economic Area since its agreement entered into force. ISO gives codes of their own to
 * regions that are Union territory (La Réunion, Åland…): a client there is a client in the Union. The overseas
 * countries and territories (New Caledonia, Polynesia…) are left out: they are not Union territory.
 */
export const EEA_MEMBERSHIPS: readonly EeaMembership[] = [
  ...members("1994-01-01", AGREEMENT, "AT BE DE DK ES FI FR GR IE IS IT LU NL NO PT SE"),
  ...members("1995-05-01", AGREEMENT, "LI"),
  ...members("2004-05-01", ACCESSION, "CY CZ EE HU LT LV MT PL SI SK"),
  ...members("2007-01-01", ACCESSION, "BG RO"),
  ...members("2013-07-01", ACCESSION, "HR"),
  ...members("1994-01-01", REGIONS, "GF GP MF MQ RE"),
  ...members("2014-01-01", REGIONS, "YT"),
  ...members("1995-01-01", ACCESSION, "AX"),
  // Out since 31 January 2020, treated as a Member State to the end of the transition; Gibraltar with it.
  ...members("1994-01-01", WITHDRAWAL, "GB GI").map((left) => ({ ...left, until: "2020-12-31" })),
];

/** True when that country belonged to the EEA on that calendar date. */
export function isInEea(country: string, on: string): boolean {
  return EEA_MEMBERSHIPS.some((membership) => membership.country === country && isInForce(membership, on));
}

function members(from: string, origin: Omit<Dated, "from" | "until">, codes: string): EeaMembership[] {
  return codes.split(" ").map((country) => ({ country, from, until: null, ...origin }));
}

/** Countries of the EEA on that calendar date. */
export function eeaOn(on: string): string[] {
  return EEA_MEMBERSHIPS.filter((membership) => isInForce(membership, on)).map(({ country }) => country);
}
