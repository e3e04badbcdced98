"use client";

import { DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { LinkButton } from "@/components/ui/button";
import { submitLeaving } from "@/lib/features/member/actions";
import { PlainAct } from "./plain-act";

/** Returning requires an invitation. */
export function LeaveForm({ org, memberId }: { org: string; memberId: string }) {
  const t = useTranslations("member");
  return (
    <PlainAct
      action={bindAction(submitLeaving, org)}
      icon={DoorOpen}
      tone="irreversible"
      besides={<LinkButton href={`/${org}/members/${memberId}`}>{t("back")}</LinkButton>}
    >
      {t("leaving.act")}
    </PlainAct>
  );
}
