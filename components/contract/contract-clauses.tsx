"use client";

import { ClausesForm } from "@/components/clauses/clauses-form";
import { bindAction } from "@/components/form/bind-action";
import { CLAUSE_IDS, clauseOf } from "@/lib/domain/contract/clauses";
import { saveSection } from "@/lib/features/contract/actions";
import type { loadSection } from "@/lib/features/contract/loaders";
import { sectionSchemas } from "@/lib/features/contract/schema";
import { ClauseWords } from "./clause-words";

type ContractClausesProps = {
  org: string;
  amendment: string | null;
  loaded: Awaited<ReturnType<typeof loadSection>>;
};

export function ContractClauses({ org, amendment, loaded }: ContractClausesProps) {
  return (
    <ClausesForm
      noun="contract"
      ids={CLAUSE_IDS}
      action={bindAction(saveSection, org)}
      schema={sectionSchemas.clauses}
      loaded={loaded}
      saved={{ id: loaded.id, amendment: amendment ?? "" }}
      back={`/${org}/contracts/${loaded.id}${amendment ? `/amendments/${amendment}` : "#clauses"}`}
      demandsOf={(id) => <ClauseWords clause={clauseOf(id)} />}
    />
  );
}
