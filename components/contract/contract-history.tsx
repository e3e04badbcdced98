import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day, Instant } from "@/components/ui/deadline";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { LoadedContract } from "./loaded-contract";

const KNOWN = ["created", "renamed", "saved", "amended", "instructors", "moved", "imported"];

type ContractHistoryProps = Pick<LoadedContract, "versions" | "facts"> & {
  /** The address of the contract. */
  at: string;
};

/** The dated facts of its life, then every version, newest first. */
export function ContractHistory({ at, versions, facts }: ContractHistoryProps) {
  const t = useTranslations("contract.history");
  const events = useTranslations("contract.events");
  const locale = useLocale();
  return (
    <Part id="history" title={t("title")}>
      <ol>
        {facts.map(({ event, factOn, reason, at: when, authorName }) => (
          <li key={`${event} ${when}`} className="border-b border-rule py-2">
            <b>{events(`${event}.done`)}</b> <Day text={formatDay(factOn, locale)} />
            {reason && <p>{t("reason", { reason })}</p>}
            <p className="muted">
              <Recorded at={when} author={authorName} />
            </p>
          </li>
        ))}
        {versions.map(({ version, change, at: when, authorName }) => (
          <li key={version} className="border-b border-rule py-2">
            <Link href={`${at}/versions/${version}`} prefetch={false}>
              <b>{t("version", { number: version })}</b>
            </Link>{" "}
            <VersionChange change={change} />
            <p className="muted">
              <Recorded at={when} author={authorName} />
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** What made a version, in words. */
export function VersionChange({ change }: { change: string }) {
  const t = useTranslations("contract.history.changes");
  return t(KNOWN.includes(change) ? change : "saved");
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
