import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { ConsultationWarning } from "@/lib/domain/consultation/warnings";

/** Warnings before anybody is asked, each with its article. */
export function WarningsList({ warnings }: { warnings: readonly ConsultationWarning[] }) {
  const t = useTranslations("consultation");
  if (warnings.length === 0) return <p className="muted">{t("noWarning")}</p>;
  return (
    <ul className="[&_.st]:whitespace-normal">
      {warnings.map(({ warning, article }) => (
        <li key={warning} className="border-b border-rule py-2">
          <Status kind="warn">{t(`warnings.${warning}`)}</Status>{" "}
          <small className="muted">
            <bdi>{article}</bdi>
          </small>
        </li>
      ))}
    </ul>
  );
}
