"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { callSubProcessor, type SubProcessorStatus } from "@/lib/domain/processing-record/sub-processors";
import { COMMA, formatList } from "@/lib/i18n/format";
import type { SubProcessorPick } from "./sub-processor-pick";
import { UseLink } from "./use-link";

/** Unavailable sub-processors with their missing requirements. */
export function InactiveSubProcessors({ pick }: { pick: SubProcessorPick }) {
  const t = useTranslations("record.form.listed");
  const inactive = pick.statuses.filter(({ state }) => state !== "active");
  if (pick.statuses.length === 0)
    return (
      <p className="muted mt-3 prose-line">
        {t("empty")}{" "}
        <Link href={`/${pick.org}/sub-processors`} prefetch={false}>
          {t("emptyLink")}
        </Link>
      </p>
    );
  if (inactive.length === 0) return null;
  return (
    <section className="mt-4">
      <h4 className="muted">{t("inactiveTitle")}</h4>
      <p className="muted prose-line">{t("inactiveText")}</p>
      <ul>
        {inactive.map((status) => (
          <Inactive key={status.id} status={status} pick={pick} />
        ))}
      </ul>
    </section>
  );
}

function Inactive({ status: use, pick }: { status: SubProcessorStatus; pick: SubProcessorPick }) {
  const t = useTranslations("record");
  const locale = useLocale();
  const { missing } = use;
  const lacks = formatList(
    missing.map((requirement) => t(`requirements.${requirement}`)),
    locale,
  );
  return (
    <li className="py-1">
      <bdi>{callSubProcessor(use)}</bdi>
      {COMMA[locale]}
      <span className="muted">
        {missing.length > 0 ? t("form.listed.lacks", { missing: lacks }) : t("form.listed.left")}
      </span>{" "}
      <UseLink org={pick.org} controllerId={pick.controllerId} status={use} />
    </li>
  );
}
