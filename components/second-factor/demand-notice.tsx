import { ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type DemandNoticeProps = { asking: string | null; next: string | null; isOn: boolean; isToConfirm: boolean };

export function DemandNotice({ asking, next, isOn, isToConfirm }: DemandNoticeProps) {
  const t = useTranslations("security.demanded");
  if (asking && (!isOn || isToConfirm))
    return (
      <div className="gap mt-5" role="status">
        <b>
          <Icon of={ShieldAlert} small />
          <span>{t("title", { organisation: asking })}</span>
        </b>
        <p className="prose-line">{t(isOn ? "confirm" : "setUp")}</p>
      </div>
    );
  if (!next || isToConfirm) return null;
  return (
    <div className="bar">
      <LinkButton href={next}>{t("goOn")}</LinkButton>
    </div>
  );
}
