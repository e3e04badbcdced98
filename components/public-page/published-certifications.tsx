import { useLocale, useTranslations } from "next-intl";
import type { PublishedView } from "@/lib/features/public-page/loaders";
import { formatDay } from "@/lib/i18n/format";

export function PublishedCertifications({ rows }: { rows: PublishedView["certifications"] }) {
  const t = useTranslations("published");
  const locale = useLocale();
  return (
    <ul className="public-list">
      {rows.map(({ name, body, reference, until }) => (
        <li key={`${name} ${reference}`}>
          <bdi>
            <b>{name}</b>
          </bdi>
          {body && (
            <>
              {" · "}
              <bdi>{body}</bdi>
            </>
          )}
          {reference && (
            <>
              {" · "}
              <bdi>{reference}</bdi>
            </>
          )}
          {until && <span className="muted"> · {t("until", { day: formatDay(until, locale) })}</span>}
        </li>
      ))}
    </ul>
  );
}
