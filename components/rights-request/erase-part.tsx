"use client";

import { Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { IdAct } from "@/components/form/id-act";
import { submitErasure } from "@/lib/features/rights-request/actions";
import { requestEraseSchema } from "@/lib/features/rights-request/schema";

/** Empties a closed request of its person, before its rule does. */
export function EraseAct({ org, id }: { org: string; id: string }) {
  const t = useTranslations("rights-request.kinds.erased");
  return (
    <IdAct
      action={bindAction(submitErasure, org)}
      schema={requestEraseSchema}
      noun="rights-request"
      id={id}
      tone="irreversible"
      icon={Eraser}
    >
      {t("act")}
    </IdAct>
  );
}
