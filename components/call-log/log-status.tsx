import { Hourglass } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import { formatNumber } from "@/lib/i18n/format";

type State = "reading" | "queued" | "judging" | "judged" | "failed";
type Shown = { state: State; share: number; judgement: { broken: number; doubted: number } | null };

/** True while a page that shows it is read again. */
export function isOpen({ state }: { state: State }): boolean {
  return state === "reading" || state === "queued" || state === "judging";
}

export function LogStatus({ log: { state, share, judgement } }: { log: Shown }) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  if (state === "judged" && judgement) return <Judged {...judgement} />;
  const isUnderWay = state === "reading" || state === "judging";
  return (
    <>
      <Status kind={state === "failed" ? "late" : "plain"} icon={isOpen({ state }) ? Hourglass : undefined}>
        {t(`states.${state}`)}
      </Status>
      {isUnderWay && (
        <span className="muted"> {t("share", { share: formatNumber(Math.floor(share * 100), locale) })}</span>
      )}
    </>
  );
}

function Judged({ broken, doubted }: { broken: number; doubted: number }) {
  const t = useTranslations("call-log");
  const kind: StatusKind = broken > 0 ? "late" : doubted > 0 ? "warn" : "ok";
  const counted =
    broken > 0 ? t("broken", { count: broken }) : doubted > 0 ? t("doubted", { count: doubted }) : t("clean");
  return <Status kind={kind}>{counted}</Status>;
}
