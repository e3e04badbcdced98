import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { Hash } from "@/components/ui/seal";
import { Status } from "@/components/ui/status";
import { requestLines } from "@/lib/i18n/request-lines";
import type { CountryOption } from "@/lib/i18n/country-options";
import type { LoadedRequest } from "./request-status";

type Entry = LoadedRequest["request"]["list"]["entries"][number];

type SheetProps = { org: string; of: LoadedRequest; countries: readonly CountryOption[] };

/** Shows the exact words, the annexed list and the hashes of both. */
export function RequestSheet({ org, of, countries }: SheetProps) {
  return (
    <>
      <Asked org={org} of={of} />
      <Annexed of={of} countries={countries} />
      <Conditions of={of} />
    </>
  );
}

function Asked({ org, of: { request, others } }: Pick<SheetProps, "org" | "of">) {
  const t = useTranslations("authorisation");
  const linked = others.filter(({ follows, isFollowed }) => follows || isFollowed);
  return (
    <Part id="text" title={t("parts.text")} article={t("article")}>
      <p className="prose-line mt-3 whitespace-pre-line" dir="auto" lang={request.language}>
        {request.text}
      </p>
      <dl className="mt-4">
        <RecordField label={t("fields.textDigest")}>
          {request.textDigest && <Hash value={request.textDigest} />}
        </RecordField>
        {request.sentAt !== null && <RequestedVersion org={org} request={request} />}
        <RecordField label={t("fields.recipient")}>
          {request.recipient && <bdi>{request.recipient}</bdi>}
        </RecordField>
        <RecordField label={t("fields.contract")}>
          {request.contract && (
            <Link href={`/${org}/contracts/${request.contract.id}`}>
              <bdi>{request.contract.reference}</bdi>
            </Link>
          )}
        </RecordField>
        {linked.map(({ id, reference, isFollowed }) => (
          <RecordField key={id} label={t(isFollowed ? "fields.follows" : "fields.followedBy")}>
            <Link href={`/${org}/authorisations/${id}`}>
              <bdi>{reference}</bdi>
            </Link>
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}

/** The version that was asked about, whatever changed since. */
function RequestedVersion({ org, request }: { org: string; request: LoadedRequest["request"] }) {
  const t = useTranslations("authorisation");
  const { subProcessor, subProcessorVersion, scopeDigest } = request;
  return (
    <RecordField label={t("fields.askedVersion")}>
      <Link
        href={`/${org}/sub-processors/${subProcessor.id}/versions/${subProcessorVersion}`}
        prefetch={false}
      >
        {t("askedVersion", { number: subProcessorVersion, reference: subProcessor.reference })}
      </Link>{" "}
      · <Hash value={scopeDigest} />
    </RecordField>
  );
}

function Annexed({ of: { request }, countries }: Pick<SheetProps, "of" | "countries">) {
  const t = useTranslations("authorisation");
  const { list, listDigest } = request;
  const named = (code: string) => countries.find(({ value }) => value === code)?.label ?? code;
  return (
    <Part
      id="list"
      title={t("parts.list", { version: list.version })}
      article={t("article")}
      aside={listDigest ? <Hash value={listDigest} /> : undefined}
    >
      <ul>
        {list.entries.map((entry) => (
          <li key={entry.reference} className="border-b border-rule py-2">
            <b>
              <bdi>{entry.reference}</bdi> · <bdi>{entry.name}</bdi>
            </b>{" "}
            {entry.isAsked && <Status kind="plain">{t("asked")}</Status>}
            {entry.service && (
              <p className="prose-line">
                <bdi>{entry.service}</bdi>
              </p>
            )}
            <p className="muted">{entry.countries.map(named).join(" · ")}</p>
            <DecidedOn entry={entry} named={named} isSent={request.sentAt !== null} />
          </li>
        ))}
      </ul>
      {request.sentAt === null && <p className="muted mt-3">{t("listLater")}</p>}
    </Part>
  );
}

type DecidedOnProps = {
  entry: Entry;
  named: (code: string) => string;
  /** The list is sealed: it says what was missing on the day of sending. */
  isSent: boolean;
};

/** Lists the data, countries, tools and gaps on which the controller decides. */
function DecidedOn({ entry, named, isSent }: DecidedOnProps) {
  const t = useTranslations("authorisation");
  const tool = useTranslations("transfer.choices.tool");
  const lines = requestLines(entry, { authorisation: t, tool, country: named, locale: useLocale() });
  if (lines === null) return null;
  const nothing = t(isSent ? "decidedOn.nothingThen" : "decidedOn.nothingMissing");
  const missing = lines.missing.length > 0 ? lines.missing.join(" · ") : nothing;
  return (
    <>
      {lines.data && (
        <p>
          <span className="muted">{t("decidedOn.data")}</span> <bdi>{lines.data}</bdi>
        </p>
      )}
      <p>
        <span className="muted">{t("decidedOn.tools")}</span> {lines.tools.join(" · ")}
      </p>
      <p>
        <span className="muted">{t(isSent ? "decidedOn.thenMissing" : "decidedOn.missing")}</span> {missing}
      </p>
    </>
  );
}

function Conditions({ of: { request } }: Pick<SheetProps, "of">) {
  const t = useTranslations("authorisation");
  if (request.conditions.length === 0) return null;
  return (
    <Part id="conditions" title={t("parts.conditions")} article={t("article")}>
      <ol>
        {request.conditions.map(({ id, text, metAt }) => (
          <li key={id} className="border-b border-rule py-2">
            <Status kind={metAt === null ? "warn" : "ok"}>{t(metAt === null ? "open" : "met")}</Status>{" "}
            <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </Part>
  );
}
