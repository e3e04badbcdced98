import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";

type Organisation = Awaited<ReturnType<typeof loadOrganisation>>["organisation"];

/** The organisation as its entries say it. `nameOf` names a country by its code. */
export function OrganisationSheet({
  of: it,
  nameOf,
}: {
  of: Organisation;
  nameOf: (code: string) => string;
}) {
  const t = useTranslations("organisation");
  return (
    <>
      <Identity of={it} nameOf={nameOf} />
      <Part title={t("parts.dpo")} article={t("articles.dpo")} note={t("articles.dpoNote")}>
        <dl>
          <RecordField label={t("parts.dpo")}>{it.hasNoDpo ? t("fields.hasNoDpo") : dpoOf(it)}</RecordField>
        </dl>
      </Part>
      <Part title={t("parts.binding")} article={t("articles.binding")}>
        <dl>
          <RecordField label={t("fields.gdprBinding")}>
            {t(`bindings.${it.gdprBinding}.label`)}
            <br />
            <span className="muted">{t(`bindings.${it.gdprBinding}.hint`)}</span>
          </RecordField>
        </dl>
      </Part>
      <Part
        title={t("parts.representative")}
        article={t("articles.representative")}
        note={t("articles.representativeNote")}
      >
        <dl>
          <RecordField label={t("fields.euRepresentative")}>{it.euRepresentative}</RecordField>
          <RecordField label={t("fields.euRepresentativeReason")}>{it.euRepresentativeReason}</RecordField>
        </dl>
      </Part>
      <Part title={t("parts.sites")} article={t("articles.sites")} note={t("articles.sitesNote")}>
        <dl>
          <RecordField label={t("fields.siteCountries")}>
            {it.siteCountries.map(nameOf).join(", ")}
          </RecordField>
        </dl>
      </Part>
    </>
  );
}

function Identity({ of: it, nameOf }: { of: Organisation; nameOf: (code: string) => string }) {
  const t = useTranslations("organisation");
  const place = [it.address, it.city, it.country && nameOf(it.country)].filter(Boolean).join(", ");
  return (
    <Part title={t("parts.identity")} article={t("articles.identity")}>
      <dl>
        <RecordField label={t("fields.legalName")}>{it.legalName}</RecordField>
        <RecordField label={t("fields.ice")}>{it.ice && <bdi>{it.ice}</bdi>}</RecordField>
        <RecordField label={t("fields.address")}>{place}</RecordField>
        <RecordField label={t("fields.email")}>{it.email && <bdi>{it.email}</bdi>}</RecordField>
        <RecordField label={t("fields.phone")}>{it.phone && <bdi>{it.phone}</bdi>}</RecordField>
      </dl>
    </Part>
  );
}

function dpoOf({ dpoName, dpoEmail, dpoPhone }: Organisation) {
  const said = [dpoName, dpoEmail, dpoPhone].filter(Boolean);
  return said.length > 0 && <bdi>{said.join(" · ")}</bdi>;
}
