import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { joinParts } from "@/lib/i18n/format";
import type { LoadedEnd } from "./loaded-end";
import { useLineName } from "./use-end-words";

export function BlockerList({ org, loaded: { blockers, lines } }: { org: string; loaded: LoadedEnd }) {
  const t = useTranslations("contract-end");
  const locale = useLocale();
  const nameOf = useLineName();
  return (
    <details className="mt-3">
      <summary className="btn">{t("close.open", { count: blockers.length })}</summary>
      <ul>
        {blockers.map(({ key, lineId, fields = [] }, index) => {
          const line = lines.find(({ id }) => id === lineId);
          return (
            <li key={`${lineId} ${index}`} className="border-b border-rule py-2">
              {line && (
                <>
                  <Link href={`/${org}/contracts/end/lines/${line.id}`} prefetch={false}>
                    <bdi>{nameOf(line)}</bdi>
                  </Link>{" "}
                  <span className="muted">{t(`kinds.${line.kind}`)}</span> ·{" "}
                </>
              )}
              {t(`blockers.${key}`, {
                fields: joinParts(
                  fields.map((field) => t(`fields.${field}`)),
                  locale,
                ),
              })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
