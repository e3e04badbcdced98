import Link from "next/link";
import { useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { LoadedTemplate } from "@/lib/features/template/loaders";
import { OpenNotes } from "./open-notes";

/** Links measures in place; suggests the others only. */
export function SuggestedMeasures({ org, template }: { org: string; template: LoadedTemplate }) {
  const t = useTranslations("template.sheet");
  const { measures, open, may } = template;
  const isOpen = open.some(({ field }) => field === "measures");
  return (
    <dl>
      <RecordField label={t("measures")} gaps={isOpen && <OpenNotes of={template} field="measures" />}>
        <ul>
          {measures.map(({ code, title, reference }) => (
            <li key={code} className="suggested">
              {title}{" "}
              {reference ? (
                <Status kind="ok">{t("adopted", { reference })}</Status>
              ) : (
                <span className="faint">{t("notAdopted")}</span>
              )}
            </li>
          ))}
        </ul>
        {may.adopt && measures.some(({ reference }) => reference === "") && (
          <Link href={`/${org}/measures/library`} prefetch={false}>
            {t("toLibrary")}
          </Link>
        )}
      </RecordField>
    </dl>
  );
}
