import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

type PickBarProps = {
  summary: ReactNode;
  children: ReactNode;
  onClear: () => void;
  /** Nothing is picked: out of sight, but where no script can tell what is. */
  idle?: boolean;
};

/** Appears when rows are picked: how many, the verbs, and the way out last. Without a script it is always there. */
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
