import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day, Instant } from "@/components/ui/deadline";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { LoadedContract } from "./loaded-contract";

const KNOWN = ["created", "renamed", "saved", "amended", "instructors", "moved", "imported"];

/** The dated facts of its life, then every version, newest first. */
export function ContractHistory({ versions, facts }: Pick<LoadedContract, "versions" | "facts">) {
  const t = useTranslations("contract.history");
  const events = useTranslations("contract.events");
  const locale = useLocale();
  return (
    <Part id="history" title={t("title")}>
      <ol>
        {facts.map(({ event, factOn, reason, at, authorName }) => (
          <li key={`${event} ${at}`} className="border-b border-rule py-2">
            <b>{events(`${event}.done`)}</b> <Day text={formatDay(factOn, locale)} />
            {reason && <p>{t("reason", { reason })}</p>}
            <p className="muted">
              <Recorded at={at} author={authorName} />
            </p>
          </li>
        ))}
        {versions.map(({ version, change, at, authorName }) => (
          <li key={version} className="border-b border-rule py-2">
            <b>{t("version", { number: version })}</b>{" "}
            {t(`changes.${KNOWN.includes(change) ? change : "saved"}`)}
            <p className="muted">
              <Recorded at={at} author={authorName} />
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Recorded({ at, author }: { at: number; author: string }) {
  const t = useTranslations("contract.history");
  const text = formatInstant(at, "Africa/Casablanca", useLocale());
  return (
    <>
      <Instant iso={new Date(at).toISOString()} text={text} /> {author && t("by", { name: author })}
    </>
  );
}
