"use client";

import { Send, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { renew, withdraw } from "@/lib/features/member/actions";
import { PlainAct } from "./plain-act";

export function InvitationActs({ org, id }: { org: string; id: string }) {
  const t = useTranslations("member");
  return (
    <div className="flex flex-wrap gap-x-3">
      <PlainAct
        action={bindAction(renew, org)}
        about={{ id }}
        icon={Send}
        tone="go"
        ownPassword={{ label: t("ownPassword.label"), hint: t("ownPassword.hint") }}
      >
        {t("invitation.renew")}
      </PlainAct>
      <PlainAct action={bindAction(withdraw, org)} about={{ id }} icon={Undo2} tone="irreversible">
        {t("invitation.withdraw")}
      </PlainAct>
    </div>
  );
}
