import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { Day } from "@/components/ui/deadline";
import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { callNamed, type ListedSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import { readDestination } from "@/lib/domain/processing-record/links";
import { isolateLine } from "@/lib/i18n/bidi";
import { formatPartialDate, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { ContractsValue, TransferLines, type LinkContext } from "./linked-values";
import { hasProcedureValue, isYoung, ProcedureValue, YoungStatus, type YoungContext } from "./young-values";
import { formatMeasure } from "./measure-choices";
import { countryName, longInstrument } from "./words";

type Context = {
  measures: readonly NamedMeasure[];
  subProcessors: readonly ListedSubProcessor[];
  /** Address at which a destination without a row of its own is recorded as a transfer. */
  newTransferHref?: (destination: number) => string;
} & LinkContext &
  YoungContext;
type Words = Pick<Context, "t" | "locale" | "org" | "links">;

/** Null where the field is empty. */
export function contentValue(
  field: keyof RecordContent,
  content: RecordContent,
  context: Context,
): ReactNode {
  const { t, locale } = context;
  switch (field) {
    case "destinations":
      return orNull(content.destinations, (destination, index) => (
        <DestinationValue
          key={index}
          destination={destination}
          newHref={hasPlace(destination) ? context.newTransferHref?.(index) : undefined}
          {...context}
        />
      ));
    case "subProcessors":
      return orNull(content.subProcessors, (row, index) => (
        <p key={index}>
          {joinParts(
            [callNamed(row, context.subProcessors), row.service, row.country && countryName(row.country, t)],
            locale,
          )}
        </p>
      ));
    case "contractIds":
      // Shown with the contract's own words.
      return null;
    case "contractReference":
      return content.contractIds.length > 0 ? (
        <ContractsValue content={content} {...context} />
      ) : (
        plain(content.contractReference, locale)
      );
    case "measureIds":
      return lines(context.measures.map((measure) => formatMeasure(measure, t)));
    case "specialCategories":
      return lines(content.specialCategories.map((category) => t(`record.specialCategories.${category}`)));
    case "legalBases":
      return lines(content.legalBases.map((basis) => t(`record.legalBases.${basis}`)));
    case "transferAnswer":
    case "jointAnswer":
    case "targetsUnion":
    case "specialAnswer":
    case "minorsAnswer":
    case "subProcessorsAnswer":
      return content[field] === "unanswered" ? null : t(`record.answers.${content[field]}`);
    case "minorsConsent":
      return isYoung(content) ? <YoungStatus content={content} {...context} /> : null;
    case "minorsProcedureId":
      return hasProcedureValue(content, context) ? <ProcedureValue content={content} {...context} /> : null;
    case "frequency":
      return content.frequency === "unanswered" ? null : t(`record.frequencies.${content.frequency}`);
    case "exemptionClaimed":
      return content.exemptionClaimed ? t("record.values.claimed") : null;
    case "startsOn":
    case "endsOn":
    case "reviewedOn":
    case "reviewDueOn":
      return content[field] && <DateValue date={content[field]} locale={locale} />;
    case "transferText":
    case "specialText":
    case "minorsText":
      return content[field] ? t("record.values.quoted", { text: content[field] }) : null;
    default:
      return plain(content[field], locale);
  }
}

function plain(value: string | string[], locale: Locale): ReactNode {
  if (Array.isArray(value)) return lines(value);
  return value ? <span className="whitespace-pre-line">{isolateLine(value, locale)}</span> : null;
}

/** Destinations with their transfer tools, articles 44 to 49. */
function DestinationValue({
  destination: stated,
  newHref,
  ...context
}: Words & { destination: Destination; newHref?: string }) {
  const { t, locale, links } = context;
  const destination = readDestination(stated, links);
  const { country, internationalOrganisation, place, placeKind, instrument, sccModule, instrumentText } =
    destination;
  const name = country ? countryName(country, t) : internationalOrganisation;
  const tool = joinParts(
    [
      instrument && longInstrument(instrument, sccModule, t),
      instrumentText,
      destination.signedOn &&
        t("record.values.signed", { date: formatPartialDate(destination.signedOn, locale) }),
    ],
    locale,
    " · ",
  );
  const proof = joinParts(
    [
      destination.assessedOn &&
        t("record.values.assessed", { date: formatPartialDate(destination.assessedOn, locale) }),
      destination.assessmentText,
      destination.derogationDocuments,
    ],
    locale,
    " · ",
  );
  return (
    <div className="mb-2 last:mb-0">
      {name || <span className="void">{t("record.values.unnamedCountry")}</span>}
      {placeKind && ` · ${t(`record.placeKinds.${placeKind}`)}`}
      {place && (
        <>
          {" · "}
          <bdi>{place}</bdi>
        </>
      )}
      {tool && <div>{tool}</div>}
      {proof && <div className="muted">{proof}</div>}
      {stated.transferId !== null && <TransferLines destination={stated} {...context} />}
      {newHref && (
        <Link className="print:hidden" href={newHref} prefetch={false}>
          {t("record.links.recordTransfer")}
          {name && <span className="sr"> {name}</span>}
        </Link>
      )}
    </div>
  );
}

/** True for a destination in words that name where the data go. */
function hasPlace({ transferId, country, place }: Destination): boolean {
  return transferId === null && (country !== null || place !== "");
}

function DateValue({ date, locale }: Pick<Context, "locale"> & { date: PartialDate }) {
  return <Day text={formatPartialDate(date, locale)} />;
}

function lines(items: readonly string[]): ReactNode {
  return orNull(items, (item, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {item}
    </Fragment>
  ));
}

function orNull<T>(items: readonly T[], show: (item: T, index: number) => ReactNode): ReactNode {
  return items.length > 0 ? items.map(show) : null;
}
