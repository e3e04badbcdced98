"use client";

import { Ban, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { IdAct } from "@/components/form/id-act";
import { restartDossier, stopDossier } from "@/lib/features/dossier/actions";
import { dossierIdSchema } from "@/lib/features/dossier/schema";

type ActProps = { org: string; id: string };

export function CancelDossier({ org, id }: ActProps) {
  const t = useTranslations("dossier");
  const action = bindAction(stopDossier, org);
  return (
    <IdAct action={action} schema={dossierIdSchema} noun="dossier" id={id} tone={undefined} icon={Ban}>
      {t("cancel")}
    </IdAct>
  );
}

export function RetryDossier({ org, id }: ActProps) {
  const t = useTranslations("dossier");
  const action = bindAction(restartDossier, org);
  return (
    <IdAct action={action} schema={dossierIdSchema} noun="dossier" id={id} icon={RotateCcw}>
      {t("retry")}
    </IdAct>
  );
}
