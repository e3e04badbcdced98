import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { hourText } from "./instants";

type Breach = Awaited<ReturnType<typeof loadBreach>>;
type TellingProps = { org: string; it: Breach; telling: Breach["tellings"][number] };

/** A call, an answer or knowledge from elsewhere of one controller, as a person recorded, corrected or withdrew it. */
export function TellingEntry({ org, it, telling }: TellingProps) {
  const t = useTranslations("breach-notice");
  const locale = useLocale();
  const { at, kind, who, source, reason, by, recordedAt, isCorrected, controllerId } = telling;
  const controller = it.controllers.find(({ id }) => id === controllerId);
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>
        <bdi>{hourText(at)}</bdi>
      </time>
      <span>
        <span className={isCorrected ? "line-through" : undefined}>
          <b>{t(kind === "withdrawn" ? "informed.withdrawn" : `proofs.${kind}`)}</b>{" "}
          {controller && <bdi>{controller.legalName}</bdi>}
          {who && (
            <>
              {" · "}
              <bdi>{who}</bdi>
            </>
          )}
          {source && ` · ${source}`}
        </span>
        {reason && <span className="block">{t("informed.because", { reason })}</span>}
        <small className="muted block">
          {t("informed.recorded", {
            name: by,
            when: formatInstant(recordedAt, "Africa/Casablanca", locale),
          })}{" "}
          {isCorrected && t("informed.countsNoMore")}{" "}
          {controller?.lineId && (
            <Link
              className="act-link"
              href={`/${org}/breaches/controllers/${controller.lineId}#proofs`}
              prefetch={false}
            >
              {t("informed.see")}
            </Link>
          )}
        </small>
      </span>
    </li>
  );
}
