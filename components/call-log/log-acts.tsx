"use client";

import { Eraser, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { IdAct } from "@/components/form/id-act";
import { submitClearing, submitJudgeAgain } from "@/lib/features/call-log/actions";
import { logIdSchema } from "@/lib/features/call-log/schema";

type ActProps = { org: string; id: string };

export function JudgeAgain({ org, id }: ActProps) {
  const t = useTranslations("call-log");
  const action = bindAction(submitJudgeAgain, org);
  return (
    <IdAct action={action} schema={logIdSchema} noun="call-log" id={id} tone={undefined} icon={RotateCcw}>
      {t("acts.again")}
    </IdAct>
  );
}

export function ClearCalls({ org, id }: ActProps) {
  const t = useTranslations("call-log");
  const action = bindAction(submitClearing, org);
  return (
    <IdAct action={action} schema={logIdSchema} noun="call-log" id={id} tone="irreversible" icon={Eraser}>
      {t("acts.clear")}
    </IdAct>
  );
}
