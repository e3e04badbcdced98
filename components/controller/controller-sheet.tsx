import { useTranslations } from "next-intl";
import { useCountryNames } from "@/components/shell/duty-lines";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { loadController } from "@/lib/features/controller/loaders";
import type { ApplicableLaws } from "@/lib/domain/statute/applicable-laws";
import type { representativeExemption } from "@/lib/domain/statute/representative";
import { LOCALE_NAMES } from "@/lib/i18n/locale";

type Controller = Awaited<ReturnType<typeof loadController>>["controller"];
export type ControllerSheetProps = {
  of: Controller;
  /** Country name, "" while unknown. */
  country: string;
  /** Laws of today. */
  laws: ApplicableLaws;
  /** Reason for which it needs no representative, art. 27; null where it may. */
  exemption: ReturnType<typeof representativeExemption>;
};

const EXEMPTIONS = {
  seat: "representativeNotApplicable",
  establishment: "representativeOfEstablishment",
  "not-targeting": "representativeNotTargeting",
} as const;

/** Data of a controller, article 30(2)(a). */
export function ControllerSheet({ of: it, country, laws, exemption }: ControllerSheetProps) {
  const t = useTranslations("controller");
  return (
    <>
      <Identity of={it} country={country} />
      <Part title={t("parts.contact")} article={t("articles.parties")}>
        <dl>
          <RecordField label={t("fields.contactName")}>{it.contactName}</RecordField>
          <RecordField label={t("fields.contactEmail")}>{latin(it.contactEmail)}</RecordField>
          <RecordField label={t("fields.contactPhone")}>{latin(it.contactPhone)}</RecordField>
        </dl>
      </Part>
      <Part title={t("parts.dpo")} article={t("articles.parties")} note={t("articles.dpo")}>
        <dl>
          <RecordField label={t("fields.dpoContact")}>
            {it.hasNoDpo ? t("fields.hasNoDpo") : it.dpoContact}
          </RecordField>
        </dl>
      </Part>
      <LawsPart of={it} laws={laws} />
      <Part
        title={t("parts.representative")}
        article={t("articles.parties")}
        note={t("articles.representative")}
      >
        <dl>
          <RecordField label={t("fields.representative")}>
            {representativeOf(it) || (exemption && t(EXEMPTIONS[exemption], { country }))}
          </RecordField>
        </dl>
      </Part>
    </>
  );
}

function Identity({ of: it, country }: Pick<ControllerSheetProps, "of" | "country">) {
  const t = useTranslations("controller");
  return (
    <Part title={t("parts.identity")} article={t("articles.parties")}>
      <dl>
        <RecordField label={t("fields.legalName")}>
          {it.legalName}
          {it.isPlaceholder && (
            <>
              {" "}
              <Status kind="warn">{t("toName")}</Status>
              <br />
              <span className="muted">{t("hints.isPlaceholder")}</span>
            </>
          )}
        </RecordField>
        <RecordField label={t("fields.country")}>{country}</RecordField>
        <RecordField label={t("fields.address")}>{latin(it.address)}</RecordField>
        <RecordField label={t("fields.registrationNumber")}>{latin(it.registrationNumber)}</RecordField>
        <RecordField label={t("fields.language")}>
          {LOCALE_NAMES[it.language as keyof typeof LOCALE_NAMES]}
        </RecordField>
      </dl>
    </Part>
  );
}

/** Each law with its reason; an unanswered question with the law that is shown until somebody answers. */
function LawsPart({ of: it, laws: { applied, open } }: Pick<ControllerSheetProps, "of" | "laws">) {
  const [t, names] = [useTranslations("controller"), useTranslations("data-law")];
  const nameCountries = useCountryNames();
  return (
    <Part title={t("parts.laws")} article={t("articles.laws")}>
      <ul className="mt-3">
        {applied.map(({ law, reason, countries }) => (
          <li key={law}>
            <b>{names(`names.${law}`)}</b>{" "}
            <span className="muted">
              {names(`reasons.${reason}`, { countries: nameCountries(countries) })}
            </span>
          </li>
        ))}
      </ul>
      {open && (
        <p className="mt-2">
          <Status kind="warn">{names("presumed")}</Status> {names(`open.${open.question}`)}
        </p>
      )}
      <dl>
        <RecordField label={t("fields.clientRole")}>
          {it.clientRole === "" ? (
            <Status kind="warn">{t("clientRoles.unanswered")}</Status>
          ) : (
            t(`clientRoles.${it.clientRole}`)
          )}
        </RecordField>
        <RecordField label={t("fields.otherControllers")}>
          {it.otherControllers && (
            <span className="whitespace-pre-line" dir="auto">
              {it.otherControllers}
            </span>
          )}
        </RecordField>
      </dl>
    </Part>
  );
}

function representativeOf({ representative, representativeReason }: Controller) {
  return representative || representativeReason;
}

/** Isolates addresses and numbers from a right-to-left line. */
function latin(text: string) {
  return text && <bdi>{text}</bdi>;
}
