import Link from "next/link";
import type { ReactNode } from "react";
import {
  contractsOf,
  contractWordsBeside,
  wordsBeside,
  type RecordLinks,
} from "@/lib/domain/processing-record/links";
import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import { formatPartialDate, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { countryName, longInstrument, type Translate } from "./words";

export type LinkContext = {
  t: Translate;
  locale: Locale;
  /** "" in a portal, which has no links to the console. */
  org: string;
  links: RecordLinks;
};

export function ContractsValue({ content, ...context }: LinkContext & { content: RecordContent }) {
  const { t, locale, org, links } = context;
  const words = contractWordsBeside(content, links);
  return (
    <>
      {contractsOf(content, links).map(({ id, reference, title, state }) => (
        <p key={id}>
          <RowLink href={org && `/${org}/contracts/${id}`}>{reference}</RowLink>
          {" · "}
          {joinParts([title, t(`record.links.contractStates.${state}`)], locale, " · ")}
        </p>
      ))}
      {words && <p className="muted">{t("record.values.notLinked", { text: words })}</p>}
    </>
  );
}

export function TransferLines({ destination, ...context }: LinkContext & { destination: Destination }) {
  const { t, org, links } = context;
  const row = links.transfers.find(({ id }) => id === destination.transferId);
  const beside = wordsBeside(destination, links);
  return (
    <>
      {row && (
        <div>
          <RowLink href={org && `/${org}/transfers/${row.id}`}>{row.reference}</RowLink>
          {row.state !== "running" && <> · {t(`record.links.transferStates.${row.state}`)}</>}
        </div>
      )}
      {beside && (
        <div className="muted">{t("record.values.notLinked", { text: describeBeside(beside, context) })}</div>
      )}
    </>
  );
}

function describeBeside(beside: Destination, { t, locale }: LinkContext): string {
  const { country, internationalOrganisation, placeKind, instrument, sccModule, signedOn, assessedOn } =
    beside;
  return joinParts(
    [
      country ? countryName(country, t) : internationalOrganisation,
      placeKind && t(`record.placeKinds.${placeKind}`),
      instrument
        ? longInstrument(instrument, sccModule, t)
        : sccModule && t(`record.modules.${String(sccModule)}`),
      beside.instrumentText,
      signedOn && t("record.values.signed", { date: formatPartialDate(signedOn, locale) }),
      assessedOn && t("record.values.assessed", { date: formatPartialDate(assessedOn, locale) }),
      beside.assessmentText,
    ],
    locale,
    " · ",
  );
}

function RowLink({ href, children }: { href: string; children: ReactNode }) {
  const name = <bdi>{children}</bdi>;
  if (!href) return <b>{name}</b>;
  return (
    <Link href={href} prefetch={false}>
      {name}
    </Link>
  );
}
