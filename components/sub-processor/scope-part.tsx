import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import { formatList } from "@/lib/i18n/format";
import type { LoadedVersion } from "./loaded-sub-processor";

/** Scope of the version and its authorisations, article 28(2). */
export function ScopePart({ org, loaded }: { org: string; loaded: LoadedVersion }) {
  const t = useTranslations("sub-processor.version");
  const { subProcessor, differsNow, asked } = loaded;
  return (
    <Part id="scope" title={t("scope")} article={useTranslations("sub-processor.articles")("service")}>
      <dl>
        <RecordField label={t("digest")}>
          <bdi className="break-all font-mono text-[12px]">{subProcessor.scopeDigest}</bdi>
        </RecordField>
        {differsNow.version !== subProcessor.version && (
          <RecordField label={t("today", { number: differsNow.version })}>
            <ScopeToday parts={differsNow.parts} />
          </RecordField>
        )}
        <RecordField label={t("asked")}>
          {asked.length === 0 ? (
            t("noneAsked")
          ) : (
            <ul>
              {asked.map(({ id, reference, controllerName }) => (
                <li key={id}>
                  <Link href={`/${org}/authorisations/${id}`} prefetch={false}>
                    <bdi>{reference}</bdi> · <bdi>{controllerName}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </RecordField>
      </dl>
    </Part>
  );
}

function ScopeToday({ parts }: Pick<LoadedVersion["differsNow"], "parts">) {
  const t = useTranslations("sub-processor.version");
  const locale = useLocale();
  if (parts.length === 0) return <Status kind="ok">{t("same")}</Status>;
  const named = parts.map((part) => t(`scopeParts.${part}`));
  return (
    <>
      <Status kind="warn">{t("differs")}</Status> {formatList(named, locale)}
    </>
  );
}
