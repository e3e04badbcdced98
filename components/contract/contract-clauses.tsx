"use client";

import { ClausesForm } from "@/components/clauses/clauses-form";
import { bindAction } from "@/components/form/bind-action";
import { queryHref } from "@/components/ui/query-href";
import type { ClauseFamily } from "@/lib/domain/contract/clause-families";
import { CLAUSE_IDS, clauseOf } from "@/lib/domain/contract/clauses";
import { saveSection } from "@/lib/features/contract/actions";
import type { loadSection } from "@/lib/features/contract/loaders";
import { sectionSchemas } from "@/lib/features/contract/schema";
import { ClauseWords } from "./clause-words";

type ContractClausesProps = {
  org: string;
  amendment: string | null;
  /** Id of the document that is read beside; "" for none. */
  document: string;
  family: ClauseFamily;
  loaded: Awaited<ReturnType<typeof loadSection>>;
};

export function ContractClauses({ org, amendment, document, family, loaded }: ContractClausesProps) {
  return (
    <ClausesForm
      noun="contract"
      key={family}
      ids={CLAUSE_IDS}
      family={family}
      at={queryHref(`/${org}/contracts/${loaded.id}/edit/clauses`, { amendment: amendment ?? "", document })}
      action={bindAction(saveSection, org)}
      schema={sectionSchemas.clauses}
      loaded={loaded}
      saved={{ id: loaded.id, amendment: amendment ?? "", document }}
      back={`/${org}/contracts/${loaded.id}${amendment ? `/amendments/${amendment}` : "#clauses"}`}
      demandsOf={(id) => <ClauseWords clause={clauseOf(id)} />}
    />
  );
}
