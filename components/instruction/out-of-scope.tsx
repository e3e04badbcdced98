import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { GapNote } from "@/components/ui/record-field";
import type { ScopeFinding } from "@/lib/domain/instruction/scope";
import { joinParts } from "@/lib/i18n/format";
import { FollowUpLinks } from "./follow-up-links";

type OutOfScopeProps = ComponentProps<typeof FollowUpLinks> & { findings: readonly ScopeFinding[] };

export function OutOfScope({ findings, ...ways }: OutOfScopeProps) {
  const t = useTranslations("instruction");
  return (
    <div className="mt-3">
      {findings.map((finding) => (
        <GapNote
          key={`${finding.kind} ${finding.isCompared}`}
          advisable={!finding.isCompared}
          article={t("article", { article: finding.article })}
          title={t(`scope.${finding.isCompared ? finding.kind : `uncompared.${finding.kind}`}`)}
        >
          <ScopeFindingText finding={finding} />
        </GapNote>
      ))}
      <p className="muted prose-line mt-2">{t("scope.waysOut")}</p>
      <FollowUpLinks {...ways} />
    </div>
  );
}

export function ScopeFindingText({
  finding: { kind, stated },
}: {
  finding: Pick<ScopeFinding, "kind" | "stated">;
}) {
  const countries = useTranslations("countries");
  const locale = useLocale();
  const words =
    kind === "countries" ? stated.map((code) => (countries.has(code) ? countries(code) : code)) : stated;
  return joinParts(words, locale);
}
