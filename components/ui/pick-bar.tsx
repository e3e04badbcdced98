import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

type PickBarProps = {
  summary: ReactNode;
  children: ReactNode;
  onClear: () => void;
  /** True while nothing is selected; then hidden, unless without JavaScript. */
  idle?: boolean;
};

/** Always shown without JavaScript. */
export function PickBar({ summary, children, onClear, idle }: PickBarProps) {
  const t = useTranslations("ui");
  return (
    <section className={classNames("pickbar", idle && "idle")} aria-label={t("selection")}>
      <b role="status" className="scripted">
        {summary}
      </b>
      {children}
      <Button className="esc scripted" onClick={onClear}>
        {t("cancel")} <kbd>{t("escapeKey")}</kbd>
      </Button>
    </section>
  );
}
