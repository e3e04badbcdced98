import Link from "next/link";
import type { ReactNode } from "react";
import { ownBasisOf } from "@/lib/domain/organisation/binding";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { representativeExemption } from "@/lib/domain/statute/representative";
import type { RecordField } from "@/lib/domain/processing-record/types";
import { joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { LoadedRecord } from "./loaded-record";
import { countryName, type Translate } from "./words";

/** Words of each reason for which a client needs no representative. */
const EXEMPTIONS = {
  seat: "eeaController",
  establishment: "branchInUnion",
  "not-targeting": "targetsNobody",
} as const;

type Context = { org: string; t: Translate; locale: Locale };

/** Parties under article 30(2)(a); null where empty. */
export function partyValue(field: RecordField, loaded: LoadedRecord, { org, t, locale }: Context): ReactNode {
  const dots = (...parts: string[]) => joinParts(parts.map(unbroken), locale, " · ") || null;
  const { organisation, controller } = loaded;
  switch (field) {
    case "processor":
    case "organisation":
      return twoLines(
        joinParts([organisation.legalName, organisation.address], locale),
        dots(organisation.phone, organisation.email),
      );
    case "controller":
      return <ControllerName org={org} loaded={loaded} t={t} locale={locale} />;
    case "controllerContact":
      return dots(controller.contactName, controller.contactPhone, controller.contactEmail);
    case "controllerJoint":
      return jointLines(controller.jointControllers);
    case "controllerRepresentative":
      return controllerRepresentative(loaded, t);
    case "processorRepresentative":
      return processorRepresentative(loaded, { t, locale });
    case "organisationRepresentative":
      return ownRepresentative(loaded, t);
    case "controllerDpo":
      return controller.hasNoDpo ? t("record.values.noDpo") : controller.dpoContact || null;
    case "processorDpo":
    case "organisationDpo":
      return organisation.hasNoDpo
        ? t("record.values.noDpo")
        : dots(organisation.dpoName, organisation.dpoEmail, organisation.dpoPhone);
    default:
      return null;
  }
}

/** A line for each, 26(1); null where the client is a controller alone. */
function jointLines(names: readonly string[]): ReactNode {
  if (names.length === 0) return null;
  return names.map((name) => (
    <p key={name} dir="auto">
      {name}
    </p>
  ));
}

type NameProps = Context & { loaded: LoadedRecord };

/** Links nowhere from a past entry or a portal: the page shows the current state. */
function ControllerName({ org, loaded: { controller, asOf }, t, locale }: NameProps) {
  const { address, country } = controller;
  const place = joinParts([address, country && countryName(country, t)], locale);
  return (
    <>
      {asOf || org === "" ? (
        controller.legalName
      ) : (
        <Link href={`/${org}/controllers/${controller.id}`} prefetch={false}>
          {controller.legalName}
        </Link>
      )}
      {controller.isPlaceholder && <span className="muted"> ({t("record.values.placeholder")})</span>}
      {place && (
        <>
          <br />
          {place}
        </>
      )}
    </>
  );
}

/** Names the representative, or why none is needed, article 27. */
function controllerRepresentative({ controller, today }: LoadedRecord, t: Translate): ReactNode {
  if (controller.representative) return controller.representative;
  if (controller.representativeAbsentReason)
    return t("record.values.notApplicable", { reason: controller.representativeAbsentReason });
  const { country } = controller;
  const laws = applicableLaws(controller, { on: today });
  const exemption = representativeExemption(laws, { country, on: today });
  return (
    exemption &&
    t(`record.values.${EXEMPTIONS[exemption]}`, { country: country ? countryName(country, t) : "" })
  );
}

function processorRepresentative(
  { organisation, gaps }: LoadedRecord,
  { t, locale }: Pick<Context, "t" | "locale">,
): ReactNode {
  if (organisation.euRepresentative) {
    const { euRepresentative, euRepresentativeCountry: country } = organisation;
    return joinParts([euRepresentative, country && countryName(country, t)], locale);
  }
  if (organisation.euRepresentativeAbsentReason)
    return t("record.values.notApplicable", { reason: organisation.euRepresentativeAbsentReason });
  if (gaps.some(({ field }) => field === "processorRepresentative")) return null;
  switch (organisation.gdprBinding) {
    case "contractual-only":
      return t("record.values.contractualOnly");
    case "union-establishment":
      return t("record.values.unionEstablished");
    default:
      return null;
  }
}

/** Article 27 follows article 3(2), entry by entry. */
function ownRepresentative({ organisation, record, gaps }: LoadedRecord, t: Translate): ReactNode {
  if (organisation.euRepresentative) return organisation.euRepresentative;
  if (gaps.some(({ field }) => field === "organisationRepresentative")) return null;
  const { reason } = ownBasisOf(organisation, record.content);
  if (reason === "own-establishment") return t("record.values.unionEstablished");
  if (reason === "own-not-targeted" || reason === "own-outside") return t("record.values.notTargeted");
  return organisation.euRepresentativeAbsentReason
    ? t("record.values.notApplicable", { reason: organisation.euRepresentativeAbsentReason })
    : null;
}

function twoLines(first: string, second: string | null): ReactNode {
  if (!first && !second) return null;
  return (
    <>
      {first}
      {second && (
        <>
          <br />
          <span className="muted">{second}</span>
        </>
      )}
    </>
  );
}

/** Prevents a line break within a telephone number. */
function unbroken(part: string): string {
  return /^[+\d(][\d\s().-]*$/.test(part) ? part.replaceAll(" ", "\u00a0") : part;
}
