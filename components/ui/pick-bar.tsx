import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Appears when rows are picked: how many, the verbs, and the way out last. */
export function PickBar({
  summary,
  children,
  onClear,
}: {
  summary: string;
  children: ReactNode;
  onClear: () => void;
}) {
  const t = useTranslations("ui");
  return (
    <section className="pickbar" aria-label={t("selection")}>
      <b role="status">{summary}</b>
      {children}
      <Button className="esc" onClick={onClear}>
        {t("cancel")} <kbd>{t("escapeKey")}</kbd>
      </Button>
    </section>
  );
}
