import Link from "next/link";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";

type Filings = Awaited<ReturnType<typeof loadOrganisation>>["filings"];

/** Filings with the CNDP as their own documents state them. */
export function FilingsPart({ org, filings }: { org: string; filings: Filings }) {
  const t = useTranslations("organisation");
  const work = useTranslations("dpo-work");
  const path = `/${org}${workPath("cndp-filing")}`;
  const all = (
    <LinkButton tone="bare" href={path}>
      {t("filings.link")}
    </LinkButton>
  );
  return (
    <Part
      id="cndp"
      title={t("parts.cndp")}
      article={t("articles.cndp")}
      note={t("articles.cndpNote")}
      aside={all}
    >
      <p className="muted py-2">{filings.length === 0 ? t("filings.empty") : t("filings.note")}</p>
      <dl>
        {filings.map(({ id, reference, title, type, number, word, tone }) => (
          <RecordField key={id} label={work(`choices.filing.${type}`)}>
            <Link href={`${path}/${id}`} prefetch={false}>
              <bdi>{reference}</bdi> · <bdi>{title}</bdi>
            </Link>
            {number && <bdi className="block">{number}</bdi>}
            <span className="block">
              <Status kind={tone}>{work(`statuses.cndp-filing.${word}`)}</Status>
            </span>
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}
