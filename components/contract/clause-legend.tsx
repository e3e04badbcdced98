import { ClauseStatus } from "./clause-status";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";

export function ClauseLegend() {
  return (
    <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
      {CLAUSE_ANSWERS.map((answer) => (
        <ClauseStatus key={answer} answer={answer} />
      ))}
    </p>
  );
}
