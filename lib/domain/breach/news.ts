import type { StatementKind } from "./facts";
import { isSoleController, type BreachFile, type Statement } from "./file";

/** Statements that a notice repeats to every affected controller. */
const OF_ALL: readonly StatementKind[] = [
  "what-happened",
  "nature",
  "cause",
  "systems",
  "protection",
  "consequences",
  "measures",
  "contact-point",
];
/** Statements whose figures are one controller's alone. */
const OF_SHARE: readonly StatementKind[] = ["person-categories", "data-kinds", "persons", "records"];

/**
 * First instant after a notice at which the file learnt what that notice does not say, of the whole or of this
 * controller's share; null where it holds nothing newer. An answer of "unknown" is no news.
 */
export function oldestNews(
  { statements, shares, places }: Pick<BreachFile, "statements" | "shares" | "places">,
  controllerId: string,
  issuedAt: number,
): number | null {
  const kinds = isSoleController({ places }, controllerId) ? [...OF_ALL, ...OF_SHARE] : OF_ALL;
  const share = shares.get(controllerId);
  const found = [
    ...kinds.map((kind) => (share?.[kind] ? undefined : statements[kind])),
    ...[...OF_ALL, ...OF_SHARE].map((kind) => share?.[kind]),
  ];
  const instants = found.flatMap((statement) =>
    isNews(statement, issuedAt) ? statement.fact.recordedAt : [],
  );
  return instants.length === 0 ? null : Math.min(...instants);
}

function isNews(statement: Statement | undefined, issuedAt: number): statement is Statement {
  return statement !== undefined && !statement.fact.value.isUnknown && statement.fact.recordedAt > issuedAt;
}
