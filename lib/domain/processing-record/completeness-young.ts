import { procedureStatus, type ProcedureStatus } from "@/lib/domain/dpo-work/procedure-versions";
import { quote, type Case, type Rule } from "./completeness-case";
import { callProcedure, procedureOf, youngCase } from "./young";

const YOUNG = { code: "MINORS-8", article: "8(1)", level: "required", field: "minorsProcedureId" } as const;

/**
 * Article 8: a record that concerns the young names a procedure in force, unless article 8 is not engaged. Until somebody
 * has said whether it is, it may be.
 */
export const YOUNG_RULES: readonly Rule[] = [
  {
    ...YOUNG,
    id: "MINORS-8.open",
    applies: (it) => kindOf(it) === "open",
    isMet: (it) => namedIn(it) !== null,
  },
  {
    ...YOUNG,
    id: "MINORS-8.missing",
    applies: (it) => kindOf(it) === "engaged",
    isMet: (it) => namedIn(it) !== null,
  },
  notInForce("MINORS-8.withdrawn", "withdrawn"),
  notInForce("MINORS-8.no-version", "no-version"),
  notInForce("MINORS-8.not-yet", "not-yet"),
];

function notInForce(id: string, status: ProcedureStatus): Rule {
  return {
    ...YOUNG,
    id,
    applies: (it) => ["open", "engaged"].includes(kindOf(it)),
    isMet: (it) => statusIn(it) !== status,
    params: (it) => ({ text: quote(nameIn(it)) }),
  };
}

function kindOf({ record, content }: Case) {
  if (record.state === "ended") return "none";
  return youngCase(content).kind;
}

function namedIn({ content, organisation }: Case) {
  return procedureOf(content, organisation.procedures);
}

function statusIn(it: Case): ProcedureStatus | null {
  const named = namedIn(it);
  return named && procedureStatus(named, it.on);
}

function nameIn(it: Case): string {
  const named = namedIn(it);
  return named ? callProcedure(named) : "";
}
