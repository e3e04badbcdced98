import { Hourglass } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { formatNumber } from "@/lib/i18n/format";

type State = "reading" | "queued" | "judging" | "judged" | "failed";
type Counts = { broken: number; doubted: number; byHouse: number | null };
type Shown = { state: State; share: number; judgement: Counts | null };

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

/** Says what weighs most: calls outside the law, then those that the house alone forbids, then doubts. */
function Judged({ broken, doubted, byHouse }: Counts) {
  const t = useTranslations("call-log");
  if (broken > 0) return <Status kind="late">{t("broken", { count: broken })}</Status>;
  if (byHouse) return <Status kind="late">{t("byHouse", { count: byHouse })}</Status>;
  if (doubted > 0) return <Status kind="warn">{t("doubted", { count: doubted })}</Status>;
  return <Status kind="ok">{t("clean")}</Status>;
}
