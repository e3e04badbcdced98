"use client";

import { ClausesForm } from "@/components/clauses/clauses-form";
import { bindAction } from "@/components/form/bind-action";
import type { ClauseFamily } from "@/lib/domain/contract/clause-families";
import { CLAUSE_IDS, clauseOf } from "@/lib/domain/contract/clauses";
import { saveSection } from "@/lib/features/contract/actions";
import type { loadSection } from "@/lib/features/contract/loaders";
import { sectionSchemas } from "@/lib/features/contract/schema";
import { ClauseWords } from "./clause-words";

type ContractClausesProps = {
  org: string;
  amendment: string | null;
  family: ClauseFamily;
  loaded: Awaited<ReturnType<typeof loadSection>>;
};

export function ContractClauses({ org, amendment, family, loaded }: ContractClausesProps) {
  return (
    <ClausesForm
      noun="contract"
      key={family}
      ids={CLAUSE_IDS}
      family={family}
      at={`/${org}/contracts/${loaded.id}/edit/clauses${amendment ? `?amendment=${amendment}` : ""}`}
      action={bindAction(saveSection, org)}
      schema={sectionSchemas.clauses}
      loaded={loaded}
      saved={{ id: loaded.id, amendment: amendment ?? "" }}
      back={`/${org}/contracts/${loaded.id}${amendment ? `/amendments/${amendment}` : "#clauses"}`}
      demandsOf={(id) => <ClauseWords clause={clauseOf(id)} />}
    />
  );
}
