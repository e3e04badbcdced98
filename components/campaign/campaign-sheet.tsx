import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { ControllerFields } from "@/components/shell/controller-fields";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { callsFrance } from "@/lib/domain/campaign/places";
import type { loadCampaign } from "@/lib/features/campaign/loaders";
import { joinParts } from "@/lib/i18n/format";
import { FIELD_NAMES, useCampaignWords, type CampaignField } from "./use-campaign-words";
import { useMandateText } from "./use-mandate-text";

type Loaded = Awaited<ReturnType<typeof loadCampaign>>;

/** Fields shown by more than their words. */
const OWN: readonly CampaignField[] = [
  "title",
  "instructionId",
  "instructionReason",
  "scriptId",
  "professional",
  "territories",
  "countries",
  "numbers",
];

export function CampaignSheet({ org, loaded }: { org: string; loaded: Loaded }) {
  const t = useTranslations("campaign");
  const mandateText = useMandateText(loaded.lawTexts);
  const { campaign, may } = loaded;
  const { labels, read } = useCampaignWords();
  const values: Record<string, unknown> = campaign.content;
  const isFrench = callsFrance(campaign.content);
  const plain = (names: readonly CampaignField[]) =>
    names
      .filter((name) => !OWN.includes(name))
      .map((name) => (
        <RecordField key={name} label={labels[name]}>
          {read(name, values[name]) || <span className="faint">{t("notStated")}</span>}
        </RecordField>
      ));
  const act = may.write && campaign.state !== "ended" && (
    <LinkButton tone="bare" href={`/${org}/telephone/campaigns/${campaign.id}/edit`}>
      {t("edit.act")}
    </LinkButton>
  );
  return (
    <Part
      id="campaign"
      article={isFrench ? t("articles.content") : mandateText}
      title={t("parts.content")}
      aside={act}
    >
      <dl>
        <CampaignParties org={org} campaign={campaign} />
        {plain(FIELD_NAMES.slice(0, FIELD_NAMES.indexOf("territories")))}
        <TerritoryField loaded={loaded} label={labels.territories} />
        <CountryField countries={campaign.content.countries} label={labels.countries} />
        {plain(FIELD_NAMES.slice(FIELD_NAMES.indexOf("provenance"), FIELD_NAMES.indexOf("numbers")))}
        <NumbersField loaded={loaded} label={labels.numbers} />
        {plain(FIELD_NAMES.slice(FIELD_NAMES.indexOf("robot"), FIELD_NAMES.indexOf("sector")))}
        {isFrench && plain(FIELD_NAMES.slice(FIELD_NAMES.indexOf("sector")))}
      </dl>
      {!isFrench && <p className="muted">{t("french.none")}</p>}
    </Part>
  );
}

function CampaignParties({ org, campaign }: { org: string; campaign: Loaded["campaign"] }) {
  const t = useTranslations("campaign");
  const { controllerId, controllerName, instruction, script, content } = campaign;
  return (
    <>
      <ControllerFields
        org={org}
        noun="campaign"
        controller={{ id: controllerId, name: controllerName }}
        instruction={instruction}
        instructionReason={content.instructionReason}
      />
      <RecordField label={t("fields.scriptId")}>
        {script ? (
          <Link href={`/${org}/telephone/scripts/${script.id}`} prefetch={false}>
            <bdi>{script.reference}</bdi> <bdi>{script.title}</bdi>
          </Link>
        ) : (
          <span className="faint">{t("notStated")}</span>
        )}
      </RecordField>
      <RecordField label={t("fields.professional")}>
        <bdi>{content.professional || controllerName}</bdi>
      </RecordField>
    </>
  );
}

function TerritoryField({ loaded: { campaign, zones }, label }: { loaded: Loaded; label: string }) {
  const t = useTranslations("campaign");
  const { read } = useCampaignWords();
  const named = read("territories", campaign.content.territories);
  return (
    <RecordField label={label}>
      {named || <span className="faint">{t("notStated")}</span>}
      {zones.length > 0 && (
        <span className="block muted">
          {t("zones", { count: zones.length })} <bdi>{zones.join(", ")}</bdi>
        </span>
      )}
    </RecordField>
  );
}

function CountryField({ countries, label }: { countries: readonly string[]; label: string }) {
  const t = useTranslations("campaign");
  const nameOf = useTranslations("countries") as (code: string) => string;
  const locale = useLocale();
  return (
    <RecordField label={label}>
      {countries.length > 0 ? (
        joinParts(countries.map(nameOf), locale)
      ) : (
        <span className="faint">{t("notStated")}</span>
      )}
    </RecordField>
  );
}

function NumbersField({ loaded: { numbers }, label }: { loaded: Loaded; label: string }) {
  const t = useTranslations("campaign");
  const law = useTranslations("telephone.call.options.shownNumber");
  return (
    <RecordField label={label}>
      {numbers.length === 0 && <span className="faint">{t("notStated")}</span>}
      {numbers.map(({ number, kind, authenticated }) => (
        <span key={number} className="block">
          <bdi dir="ltr">{number}</bdi> · {kind && law(kind)} ·{" "}
          {t(`authenticated.${authenticated ?? "unknown"}`)}
        </span>
      ))}
    </RecordField>
  );
}
