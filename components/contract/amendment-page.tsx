import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useReadValue } from "@/components/form/use-field-words";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { Forbidden } from "@/components/ui/states";
import { CONTRACT_SECTIONS, type ClauseReading } from "@/lib/domain/contract/content";
import { fieldOf } from "@/lib/domain/invariant/required";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay } from "@/lib/i18n/format";
import { AmendmentForm } from "./amendment-form";
import { ClauseStatus } from "./clause-status";
import type { LoadedContract } from "./loaded-contract";
import { CONTRACT_FIELDS, type FieldSection } from "@/lib/domain/contract/contract-fields";
import { WithdrawAmendmentForm } from "./withdraw-amendment-form";

type Amendment = LoadedContract["amendments"][number];
type AmendmentPageProps = {
  org: string;
  loaded: LoadedContract;
  /** Absent for a new one. */
  amendment?: Amendment;
  countries: readonly CountryOption[];
};

export function AmendmentPage({ org, loaded, amendment, countries }: AmendmentPageProps) {
  const t = useTranslations("contract");
  const { contract, may, today } = loaded;
  const at = `/${org}/contracts/${contract.id}`;
  const mayWrite = may.write && !amendment?.withdrawn;
  return (
    <Sheet>
      <PageHead
        note={<b>{contract.reference}</b>}
        title={amendment?.title ?? t("amendments.open")}
        lead={t("amendments.lead")}
        actions={<LinkButton href={at}>{t("back")}</LinkButton>}
      />
      <Line>
        {amendment?.withdrawn && (
          <Withdrawn on={amendment.withdrawn.on} reason={amendment.withdrawn.reason} />
        )}
        {mayWrite && (
          <Words of={["form", "contract"]}>
            <AmendmentForm org={org} contract={contract} amendment={amendment} today={today} />
            {amendment && <WithdrawAmendmentForm org={org} contract={contract} amendment={amendment} />}
          </Words>
        )}
        {!may.write && !amendment && <Forbidden />}
      </Line>
      {amendment &&
        CONTRACT_SECTIONS.map((section) => (
          <Part
            key={section}
            id={section}
            title={t(`parts.${section}`)}
            article={t(`articles.${section}`)}
            aside={
              mayWrite && (
                <LinkButton
                  tone="bare"
                  icon={Pencil}
                  href={`${at}/edit/${section}?amendment=${amendment.id}`}
                >
                  {t("edit")} <span className="sr">{t(`parts.${section}`)}</span>
                </LinkButton>
              )
            }
          >
            {section === "clauses" ? (
              <ClauseChanges amendment={amendment} />
            ) : (
              <FieldChanges amendment={amendment} section={section} countries={countries} />
            )}
          </Part>
        ))}
    </Sheet>
  );
}

function Withdrawn({ on, reason }: { on: string; reason: string }) {
  const [t, locale] = [useTranslations("contract.amendments"), useLocale()];
  return (
    <p className="as-of mt-3" role="note">
      <span>
        <b>{t("withdrawnOn", { day: formatDay(on, locale, { long: true }) })}</b> <bdi>{reason}</bdi>
      </span>
    </p>
  );
}

type FieldChangesProps = Pick<AmendmentPageProps, "countries"> & {
  amendment: Amendment;
  section: FieldSection;
};

function FieldChanges({ amendment, section, countries }: FieldChangesProps) {
  const t = useTranslations("contract");
  const read = useReadValue("contract", countries);
  const changes = Object.entries(amendment.says[section] ?? {});
  const previous = amendment.stood[section] as Record<string, unknown>;
  if (changes.length === 0) return <p className="muted mt-3">{t("amendments.unchanged")}</p>;
  const kinds = CONTRACT_FIELDS[section] as Record<string, Parameters<typeof read>[0]>;
  return (
    <dl>
      {changes.map(([name, value]) => (
        <RecordField key={name} label={t(`fields.${section}.${name}`)}>
          <bdi className="whitespace-pre-line">{read(fieldOf(kinds, name), value) || t("silent.none")}</bdi>
          <p className="muted">
            {t("amendments.stood", { value: read(fieldOf(kinds, name), previous[name]) || t("silent.none") })}
          </p>
        </RecordField>
      ))}
    </dl>
  );
}

function ClauseChanges({ amendment }: { amendment: Amendment }) {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses");
  const changes = Object.entries(amendment.says.clauses ?? {}) as [string, ClauseReading][];
  if (changes.length === 0) return <p className="muted mt-3">{t("amendments.unchanged")}</p>;
  return (
    <dl>
      {changes.map(([id, { answer, place }]) => (
        <RecordField key={id} label={words(`clauses.${id}.title`)}>
          <ClauseStatus answer={answer} /> {place && <bdi>{place}</bdi>}
        </RecordField>
      ))}
    </dl>
  );
}
