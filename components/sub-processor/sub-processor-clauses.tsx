"use client";

import { useTranslations } from "next-intl";
import { ClausesForm } from "@/components/clauses/clauses-form";
import { bindAction } from "@/components/form/bind-action";
import { queryHref } from "@/components/ui/query-href";
import type { ClauseFamily } from "@/lib/domain/contract/clause-families";
import { FLOWING_CLAUSE_IDS } from "@/lib/domain/sub-processor/content";
import { saveSection } from "@/lib/features/sub-processor/actions";
import type { loadSection } from "@/lib/features/sub-processor/loaders";
import { sectionSchemas } from "@/lib/features/sub-processor/schema";

type SubProcessorClausesProps = {
  org: string;
  /** Id of the document that is read beside; "" for none. */
  document: string;
  family: ClauseFamily;
  loaded: Awaited<ReturnType<typeof loadSection>>;
};

/** Clauses from K08 on: those that describe one processing are not passed down. */
export function SubProcessorClauses({ org, document, family, loaded }: SubProcessorClausesProps) {
  const t = useTranslations("contract-clauses.clauses");
  return (
    <ClausesForm
      noun="sub-processor"
      key={family}
      ids={FLOWING_CLAUSE_IDS}
      family={family}
      at={queryHref(`/${org}/sub-processors/${loaded.id}/edit/clauses`, { document })}
      action={bindAction(saveSection, org)}
      schema={sectionSchemas.clauses}
      loaded={loaded}
      saved={{ id: loaded.id, document }}
      back={`/${org}/sub-processors/${loaded.id}#clauses`}
      demandsOf={(id) => <p className="prose-line">{t(`${id}.demands`)}</p>}
    />
  );
}
