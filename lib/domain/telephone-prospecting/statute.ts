import type { Dated } from "@/lib/domain/statute/dated";
import { required } from "@/lib/domain/invariant/required";
import type { FactName } from "./facts";

export const RULE_IDS = [
  "T1",
  "T2",
  "T3",
  "T3b",
  "T4",
  "T5a",
  "T5b",
  "T6",
  "T7",
  "T8",
  "T9",
  "T10",
  "T11",
  "T12",
  "T13",
  "T14",
  "T15",
  "T16",
  "T17",
  "T18a",
  "T18b",
  "T19",
  "G21",
  "INS",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** Rule of French law on calls to sell. Its dates are calendar days in the consumer's zone. */
export type ProspectingRule = Dated & {
  id: RuleId;
  /** A call is judged by it; what is said in one by the checker of scripts; a sanction judges nothing. */
  binds: "call" | "script" | "sanction";
  needs: readonly FactName[];
  /** Longer period in which it may hold: sources differ, or its beginning is not confirmed. */
  mayHold?: { from: string; until: string | null };
  /** Its validity is contested before a court that has suspended nothing so far. */
  isContested?: true;
};

/** Before any law; shown as no beginning known. */
export const NO_BEGINNING = "0001-01-01";

const OPEN = { until: null } as const;
const BEFORE_CONSENT = { until: "2026-08-10" } as const;
const SINCE_CONSENT = { from: "2026-08-11", until: null, source: "Loi 2025-594, art. 13" } as const;
const LAW_2020 = { from: "2020-07-26", source: "Loi 2020-901" } as const;
const HOURS_DECREE = { from: "2023-03-01", source: "Décret 2022-1313" } as const;
const DECREE_2026 = "Décret 2026-662";
const CALL = { binds: "call" } as const;

export const PROSPECTING_RULES: readonly ProspectingRule[] = [
  {
    id: "T1",
    ...CALL,
    from: "2016-06-01",
    ...BEFORE_CONSENT,
    status: "text",
    article: "L223-1 anc.",
    source: "Loi 2014-344, art. 9 ; loi 2020-901",
    needs: ["audience", "contract", "bloctel"],
  },
  {
    id: "T2",
    ...CALL,
    ...LAW_2020,
    ...OPEN,
    status: "text",
    article: "L223-1",
    needs: ["audience", "sector", "contract", "callBack"],
  },
  {
    id: "T3",
    binds: "script",
    ...LAW_2020,
    ...OPEN,
    status: "text",
    article: "L221-16",
    needs: ["script"],
  },
  {
    id: "T3b",
    binds: "script",
    ...LAW_2020,
    ...BEFORE_CONSENT,
    status: "secondary",
    article: "L221-16",
    needs: ["script"],
  },
  {
    id: "T4",
    ...CALL,
    from: "2020-01-01",
    ...OPEN,
    status: "memory",
    article: "L221-17",
    source: "Code de la consommation",
    mayHold: { from: NO_BEGINNING, until: null },
    needs: ["audience", "shownNumber"],
  },
  {
    id: "T5a",
    ...CALL,
    ...HOURS_DECREE,
    ...BEFORE_CONSENT,
    status: "text",
    article: "D223-9 ; L3133-1",
    needs: ["audience", "territory", "agreedTime"],
  },
  {
    id: "T5b",
    ...CALL,
    ...SINCE_CONSENT,
    status: "text",
    article: "D223-9 ; L3133-1",
    source: DECREE_2026,
    needs: ["audience", "territory", "agreedTime"],
  },
  {
    id: "T6",
    ...CALL,
    ...HOURS_DECREE,
    ...OPEN,
    status: "text",
    article: "D223-9",
    needs: ["audience", "attempts"],
  },
  {
    id: "T7",
    ...CALL,
    ...HOURS_DECREE,
    ...BEFORE_CONSENT,
    status: "text",
    article: "D223-9",
    mayHold: { from: HOURS_DECREE.from, until: null },
    needs: ["audience", "refusal"],
  },
  {
    id: "T8",
    ...CALL,
    from: "2025-07-02",
    ...OPEN,
    status: "text",
    article: "L223-8",
    source: "Loi 2025-594",
    needs: ["audience", "sector", "channel"],
  },
  {
    id: "T9",
    ...CALL,
    ...SINCE_CONSENT,
    status: "text",
    article: "L223-1 ; L223-5",
    needs: ["audience", "sector", "contract", "consent"],
  },
  {
    id: "T10",
    ...CALL,
    ...SINCE_CONSENT,
    status: "text",
    article: "L223-1",
    mayHold: { from: "2025-07-02", until: null },
    needs: ["audience", "sector", "contract", "callBack"],
  },
  {
    id: "T11",
    ...CALL,
    ...SINCE_CONSENT,
    status: "text",
    article: "R223-1 ; R223-2 ; R223-3",
    source: DECREE_2026,
    needs: ["audience", "sector", "contract", "consent"],
  },
  {
    id: "T12",
    ...CALL,
    ...SINCE_CONSENT,
    status: "secondary",
    article: "R223-4",
    source: DECREE_2026,
    isContested: true,
    needs: ["audience", "sector", "contract", "callBack"],
  },
  {
    id: "T13",
    ...CALL,
    ...SINCE_CONSENT,
    status: "secondary",
    article: "L221-16",
    needs: ["audience", "refusal", "consent"],
  },
  {
    id: "T14",
    ...CALL,
    from: "2023-01-01",
    ...OPEN,
    status: "memory",
    article: "Loi 2022-1587",
    source: "Loi 2022-1587",
    mayHold: { from: "2022-12-01", until: null },
    needs: ["sector", "contract"],
  },
  {
    id: "T15",
    ...CALL,
    from: NO_BEGINNING,
    ...OPEN,
    status: "text",
    article: "L34-5 CPCE",
    source: "Code des postes et des communications électroniques",
    needs: ["robot", "consent"],
  },
  {
    // L223-7 of the consumer code leads to it.
    id: "T19",
    ...CALL,
    from: "2004-06-22",
    ...OPEN,
    status: "secondary",
    article: "L34-5 CPCE ; L223-7",
    source: "Code des postes et des communications électroniques",
    needs: ["audience", "channel", "contract", "consent", "sale"],
  },
  {
    id: "T16",
    ...CALL,
    from: "2023-01-01",
    ...OPEN,
    status: "secondary",
    article: "Arcep",
    source: "Plan national de numérotation",
    needs: ["dialler", "shownNumber"],
  },
  {
    id: "T17",
    ...CALL,
    from: "2026-01-01",
    ...OPEN,
    status: "secondary",
    article: "Arcep",
    source: "Mécanisme d’authentification des numéros",
    needs: ["abroad", "shownNumber"],
  },
  {
    id: "T18a",
    binds: "sanction",
    ...LAW_2020,
    ...OPEN,
    status: "secondary",
    article: "L242-16",
    needs: [],
  },
  {
    id: "T18b",
    binds: "sanction",
    from: "2025-07-02",
    ...OPEN,
    status: "secondary",
    article: "L242-16",
    source: "Loi 2025-594",
    needs: [],
  },
  {
    id: "G21",
    ...CALL,
    from: "2018-05-25",
    ...OPEN,
    status: "text",
    article: "21(2)–(3) RGPD",
    source: "Règlement (UE) 2016/679",
    needs: ["objection", "consent"],
  },
  {
    id: "INS",
    ...CALL,
    from: "2022-04-01",
    ...OPEN,
    status: "memory",
    article: "L112-2-2",
    source: "Code des assurances",
    needs: ["audience", "sector"],
  },
];

export function ruleOf(id: RuleId): ProspectingRule {
  return required(
    PROSPECTING_RULES.find((rule) => rule.id === id),
    `rule ${id}`,
  );
}
