import { Pencil } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { lastOf } from "@/lib/domain/invariant/required";
import { TRANSFER_SECTIONS, type TransferContent, type TransferSection } from "@/lib/domain/transfer/content";
import { fieldsOf, HEADINGS, isFieldRelevant } from "@/lib/domain/transfer/fields";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay } from "@/lib/i18n/format";
import type { LoadedTransfer } from "./loaded-transfer";
import { SectionHeading } from "./section-heading";
import { TransferGaps } from "./transfer-gaps";
import { TransferStatus } from "./transfer-status";
import { useSectionWords } from "./use-transfer-words";

type SheetProps = {
  /** "" in a portal, which has no links to the console. */
  org: string;
  loaded: LoadedTransfer;
  countries: readonly CountryOption[];
};

/** Gives the article and its basis, statute or contract, in the margin. */
export function TransferSheet(props: SheetProps) {
  return (
    <>
      <StatusPart {...props} />
      {TRANSFER_SECTIONS.map((section) => (
        <SectionPart key={section} {...props} section={section} />
      ))}
    </>
  );
}

function StatusPart({ org, loaded }: SheetProps) {
  const t = useTranslations("transfer");
  const { transfer, status, basis } = loaded;
  const { controller, content } = transfer;
  return (
    <Part id="status" title={t("parts.status")} article={t("articles.status")} note={t(`basis.${basis}`)}>
      <dl>
        <RecordField label={t("fields.status")}>
          <TransferStatus of={status} />
        </RecordField>
        <RecordField label={t("fields.flow")}>{t(`flows.${content.flow}`)}</RecordField>
        <RecordField label={t("list.controller")}>
          {controller && org === "" && controller.legalName}
          {controller && org !== "" && (
            <Link href={`/${org}/controllers/${controller.id}`} prefetch={false}>
              {controller.legalName}
            </Link>
          )}
          {!controller && t("list.several")}
        </RecordField>
        {content.flow === "to-sub-processor" && <SubProcessorField org={org} loaded={loaded} />}
        <RecordField label={t("fields.owed")}>{t(`basis.${basis}Why`)}</RecordField>
      </dl>
    </Part>
  );
}

function SubProcessorField({ org, loaded: { transfer, may } }: Pick<SheetProps, "org" | "loaded">) {
  const t = useTranslations("transfer");
  const { subProcessor } = transfer;
  return (
    <RecordField label={t("fields.subProcessorId")}>
      {subProcessor ? (
        <Link href={`/${org}/sub-processors/${subProcessor.id}`} prefetch={false}>
          <bdi>{subProcessor.name}</bdi>
        </Link>
      ) : (
        <span className="faint">{t("link.none")}</span>
      )}{" "}
      {may.write && (
        <LinkButton tone="bare" icon={Pencil} href={`/${org}/transfers/${transfer.id}/sub-processor`}>
          {t("edit")} <span className="sr">{t("fields.subProcessorId")}</span>
        </LinkButton>
      )}
    </RecordField>
  );
}

function SectionPart({ org, loaded, countries, section }: SheetProps & { section: TransferSection }) {
  const t = useTranslations("transfer");
  const { labels, read } = useSectionWords(section, countries);
  const { transfer, basis, gaps, may } = loaded;
  const values = transfer.content[section] as Record<string, unknown>;
  const noteOf = (name: string) => {
    const found = gaps.filter((gap) => gap.section === section && gap.field === name);
    return found.length > 0 && <TransferGaps gaps={found} />;
  };
  const change = may.write && (
    <LinkButton tone="bare" icon={Pencil} href={`/${org}/transfers/${transfer.id}/edit/${section}`}>
      {t("edit")} <span className="sr">{t(`parts.${section}`)}</span>
    </LinkButton>
  );
  return (
    <Part
      id={section}
      title={t(`parts.${section}`)}
      article={t(`articles.${section}`)}
      note={t(`basis.${basis}`)}
      aside={change}
    >
      {groupsOf(transfer.content, section).map(({ heading, names }) => (
        <Fragment key={names[0]}>
          <SectionHeading of={heading} country={transfer.content.importer.country} countries={countries} />
          <dl>
            {names.map((name) => (
              <RecordField key={name} label={labels[name]} gaps={noteOf(name)}>
                {read(name, values[name]) && (
                  <bdi className="whitespace-pre-line">{read(name, values[name])}</bdi>
                )}
              </RecordField>
            ))}
            {section === "importer" && (
              <Adequacy of={loaded} country={loaded.transfer.content.importer.country} />
            )}
          </dl>
        </Fragment>
      ))}
    </Part>
  );
}

/** Adequacy decision for the country, from the dated table. */
export function Adequacy({
  of: { adequacy, isInside, isStandingUnsaid },
  country,
}: {
  of: Pick<LoadedTransfer, "adequacy" | "isInside" | "isStandingUnsaid">;
  country: string | null;
}) {
  const t = useTranslations("transfer");
  const locale = useLocale();
  // "" is no day: a decision may have no end.
  const day = (on: string | null) => (on ? formatDay(on, locale) : "");
  const text = () => {
    if (country === null) return t("adequacy.unnamed");
    if (isInside) return t("adequacy.inside");
    if (adequacy === null) return t(isStandingUnsaid ? "adequacy.limited" : "adequacy.none");
    const { source, from, until } = adequacy;
    return t(until ? "adequacy.until" : "adequacy.since", { source, from: day(from), until: day(until) });
  };
  return <RecordField label={t("fields.adequacy")}>{text()}</RecordField>;
}

type FieldGroup = { heading?: string; names: string[] };

/** Omits empty fields. */
function groupsOf(content: TransferContent, section: TransferSection): FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const [name] of fieldsOf(section)) {
    if (groups.length === 0 || HEADINGS[name]) groups.push({ heading: HEADINGS[name], names: [] });
    if (isFieldRelevant(content, section, name)) lastOf(groups).names.push(name);
  }
  return groups.filter(({ names }) => names.length > 0);
}
