import { isInForce, type Dated } from "./dated";

/** The two tiers of administrative fines. 83(6), defying an order, has the ceiling of 83(5). */
export type FineTier = "83(4)" | "83(5)";

type FineCeiling = Dated & {
  tier: FineTier;
  /** In euros. */
  amount: number;
  /** Per cent of the undertaking's worldwide turnover of the preceding financial year. */
  percent: number;
};

const GDPR = {
  from: "2018-05-25",
  until: null,
  source: "Regulation (EU) 2016/679, art. 83",
  status: "text",
} as const;

const FINE_CEILINGS: readonly FineCeiling[] = [
  {
    tier: "83(4)",
    article: "83(4)",
    ...GDPR,
    amount: 10_000_000,
    percent: 2,
  },
  {
    tier: "83(5)",
    article: "83(5)-(6)",
    ...GDPR,
    amount: 20_000_000,
    percent: 4,
  },
];

/**
 * Calculation of a ceiling: the fixed amount, the share of the turnover, and the one that applies. In euro
 * cents.
 */
export type CeilingWorking = {
  tier: FineTier;
  amountCents: bigint;
  percent: number;
  /** Null while the turnover is unknown: the fixed amount is then the least that the ceiling can be. */
  shareCents: bigint | null;
  ceilingCents: bigint;
  higher: "amount" | "share" | "equal";
};

type Question = {
  basis: "statutory" | "contractual";
  /** The group's worldwide turnover of the preceding financial year in euro cents, null while unknown. */
  turnoverCents: bigint | null;
  on: string;
};

/**
 * Returns both ceilings with their calculation, "whichever is higher". Empty where the duties bind by
 * contract alone: no authority can then fine their breach.
 */
export function ceilingWorkings({ basis, turnoverCents, on }: Question): CeilingWorking[] {
  if (basis === "contractual") return [];
  return FINE_CEILINGS.filter((ceiling) => isInForce(ceiling, on)).map((ceiling) =>
    workOut(ceiling, turnoverCents),
  );
}

/** The share is rounded down to the cent. */
function workOut({ tier, amount, percent }: FineCeiling, turnoverCents: bigint | null): CeilingWorking {
  const amountCents = BigInt(amount) * 100n;
  const shareCents = turnoverCents === null ? null : (turnoverCents * BigInt(percent)) / 100n;
  const base = { tier, amountCents, percent, shareCents };
  if (shareCents === null || shareCents < amountCents)
    return { ...base, ceilingCents: amountCents, higher: "amount" };
  return { ...base, ceilingCents: shareCents, higher: shareCents === amountCents ? "equal" : "share" };
}
