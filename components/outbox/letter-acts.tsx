"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { submitTrial } from "@/lib/features/outbox/actions";
import { PlainLetterAct } from "./plain-letter-act";

export function TrialForm({ org }: { org: string }) {
  const t = useTranslations("outbox");
  return (
    <PlainLetterAct action={bindAction(submitTrial, org)} icon={Send}>
      {t("trial.act")}
    </PlainLetterAct>
  );
}
