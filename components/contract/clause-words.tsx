import { useTranslations } from "next-intl";
import type { Clause } from "@/lib/domain/contract/clauses";

export function ClauseWords({ clause: { id, occasion, rejects } }: { clause: Clause }) {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses");
  return (
    <>
      <p className="prose-line">
        {words(`clauses.${id}.demands`)}{" "}
        {occasion !== "always" && <span className="muted">{words(`occasions.${occasion}`)}</span>}
      </p>
      <p className="muted prose-line">
        <b>{t("clauses.reject")}</b> {words(`clauses.${id}.insufficient`)}{" "}
        {rejects.map((reject) => words(`rejects.${reject}`)).join(" ")}
      </p>
    </>
  );
}
