import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { CeilingValues } from "./ceiling-values";
import { FilingsPart } from "./filings-part";
import { Joined } from "./joined";
import { LogoValue } from "./logo-value";
import { RepresentativeValues } from "./representative-values";
import { SheetPart } from "./sheet-part";
import { SiteValues, ToolValues } from "./site-values";
import { TurnoverValues } from "./turnover-values";

type Loaded = Awaited<ReturnType<typeof loadOrganisation>>;
type OrganisationSheetProps = {
  org: string;
  loaded: Loaded;
  nameOf: (code: string) => string;
  children?: ReactNode;
};

export function OrganisationSheet({ org, loaded, nameOf, children }: OrganisationSheetProps) {
  const { organisation: it, filings, mayEdit, representative, ceilings, logo, today } = loaded;
  const part = { org, mayEdit };
  return (
    <>
      <SheetPart section="identity" {...part}>
        <Identity of={it} nameOf={nameOf} />
      </SheetPart>
      <SheetPart section="dpo" {...part}>
        <Dpo of={it} />
      </SheetPart>
      <SheetPart section="reach" {...part}>
        <Reach of={it} />
      </SheetPart>
      <SheetPart section="representative" {...part}>
        <RepresentativeValues of={it} status={representative} today={today} nameOf={nameOf} />
      </SheetPart>
      <SheetPart section="sites" {...part}>
        <SiteValues sites={it.sites} nameOf={nameOf} />
      </SheetPart>
      <SheetPart section="tools" {...part}>
        <ToolValues tools={it.tools} nameOf={nameOf} />
      </SheetPart>
      <FilingsPart org={org} filings={filings} />
      <SheetPart section="breaches" {...part}>
        <BreachThreshold of={it} />
      </SheetPart>
      <SheetPart section="domains" {...part}>
        <OwnDomains of={it} />
      </SheetPart>
      <SheetPart section="turnover" {...part}>
        <TurnoverValues of={it} euros={ceilings.euros} notes={ceilings.notes} />
        <CeilingValues of={it} ceilings={ceilings} />
      </SheetPart>
      <SheetPart section="logo" {...part}>
        <LogoValue org={org} logo={logo} name={it.legalName} />
      </SheetPart>
      {children}
    </>
  );
}

type Organisation = Loaded["organisation"];

function Identity({ of: it, nameOf }: { of: Organisation; nameOf: (code: string) => string }) {
  const t = useTranslations("organisation");
  return (
    <dl>
      <RecordField label={t("fields.legalName")}>
        <bdi>{it.legalName}</bdi>
      </RecordField>
      <RecordField label={t("fields.ice")}>{it.ice && <bdi>{it.ice}</bdi>}</RecordField>
      <RecordField label={t("fields.address")}>
        <Joined of={[it.address, it.city, it.country && nameOf(it.country)]} />
      </RecordField>
      <RecordField label={t("fields.email")}>{it.email && <bdi>{it.email}</bdi>}</RecordField>
      <RecordField label={t("fields.phone")}>{it.phone && <bdi>{it.phone}</bdi>}</RecordField>
    </dl>
  );
}

function Dpo({ of: it }: { of: Organisation }) {
  const t = useTranslations("organisation");
  if (it.hasNoDpo)
    return (
      <dl>
        <RecordField label={t("parts.dpo")}>{t("fields.hasNoDpo")}</RecordField>
      </dl>
    );
  return (
    <dl>
      <RecordField label={t("fields.dpoName")}>{it.dpoName && <bdi>{it.dpoName}</bdi>}</RecordField>
      <RecordField label={t("fields.dpoEmail")}>{it.dpoEmail && <bdi>{it.dpoEmail}</bdi>}</RecordField>
      <RecordField label={t("fields.dpoPhone")}>{it.dpoPhone && <bdi>{it.dpoPhone}</bdi>}</RecordField>
    </dl>
  );
}

function BreachThreshold({ of: it }: { of: Organisation }) {
  const t = useTranslations("organisation");
  return (
    <dl>
      <RecordField label={t("fields.breachNoticeHours")}>
        {t("breachHours", { hours: it.breachNoticeHours })}
        <br />
        <span className="muted">{t("hints.breachNoticeHours")}</span>
      </RecordField>
    </dl>
  );
}

function OwnDomains({ of: { ownDomains } }: { of: Organisation }) {
  const t = useTranslations("organisation");
  return (
    <dl>
      <RecordField label={t("fields.ownDomains")}>
        {ownDomains === "" ? (
          <span className="muted">{t("empty.domains")}</span>
        ) : (
          <bdi className="whitespace-pre-line">{ownDomains}</bdi>
        )}
      </RecordField>
    </dl>
  );
}

function Reach({ of: it }: { of: Organisation }) {
  const t = useTranslations("organisation");
  return (
    <dl>
      <RecordField label={t("fields.gdprBinding")}>
        {t(`bindings.${it.gdprBinding}.label`)}
        <br />
        <span className="muted">{t(`bindings.${it.gdprBinding}.hint`)}</span>
      </RecordField>
    </dl>
  );
}
