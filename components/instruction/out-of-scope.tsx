import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { GapNote } from "@/components/ui/record-field";
import type { ScopeFinding } from "@/lib/domain/instruction/scope";
import { joinParts } from "@/lib/i18n/format";

type OutOfScopeProps = { org: string; controllerId: string; findings: readonly ScopeFinding[] };

/** What neither contract nor instruction covers, each with its article; then the ways out. */
export function OutOfScope({ org, controllerId, findings }: OutOfScopeProps) {
  const t = useTranslations("instruction");
  return (
    <div className="mt-3">
      {findings.map((finding) => (
        <GapNote
          key={finding.kind}
          code={t("article", { article: finding.article })}
          title={t(`scope.${finding.kind}`)}
        >
          <Said finding={finding} />
        </GapNote>
      ))}
      <p className="muted prose-line mt-2">{t("scope.waysOut")}</p>
      <p className="print:hidden">
        <LinkButton tone="bare" href={`/${org}/instructions/new?controller=${controllerId}`}>
          {t("scope.ask")}
        </LinkButton>
        <LinkButton tone="bare" href={`/${org}/controllers/${controllerId}`}>
          {t("scope.amend")}
        </LinkButton>
      </p>
    </div>
  );
}

/** What the entry says that nothing covers, in the words of its reader where they are countries. */
export function Said({ finding: { kind, said } }: { finding: ScopeFinding }) {
  const countries = useTranslations("countries");
  const locale = useLocale();
  const words =
    kind === "countries" ? said.map((code) => (countries.has(code) ? countries(code) : code)) : said;
  return joinParts(words, locale);
}
