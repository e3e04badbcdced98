"use client";

import { RotateCcw, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { sendAgain, tryOut } from "@/lib/features/outbox/actions";
import { PlainLetterAct } from "./plain-letter-act";

export function RetryForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("outbox");
  return (
    <PlainLetterAct action={bindAction(sendAgain, org)} id={id} icon={RotateCcw}>
      {t("retry.act")}
    </PlainLetterAct>
  );
}

export function TrialForm({ org }: { org: string }) {
  const t = useTranslations("outbox");
  return (
    <PlainLetterAct action={bindAction(tryOut, org)} icon={Send}>
      {t("trial.act")}
    </PlainLetterAct>
  );
}
