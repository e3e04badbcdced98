import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswersPart } from "@/components/consultation/answers-part";
import { ConsultationSheet } from "@/components/consultation/consultation-sheet";
import { ConsultationStatus } from "@/components/consultation/consultation-status";
import { PeopleCounts, PeopleFiles, PeopleList } from "@/components/consultation/people-part";
import { PeopleUpload } from "@/components/consultation/people-upload";
import { SendingPart } from "@/components/consultation/sending-part";
import { WarningsList } from "@/components/consultation/warnings-list";
import { LifePart } from "@/components/shell/life-part";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ActLink } from "@/components/ui/act-link";
import { Status } from "@/components/ui/status";
import { loadConsultation, loadPeople } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../../disputed-rows";
import { RowNotes } from "../../../row-notes";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };
type Loaded = Awaited<ReturnType<typeof loadConsultation>>;

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { consultation } = await loadConsultation(org, id);
  return { title: thingTitle(consultation.reference, consultation.title) };
}

export default async function ConsultationPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const loaded = await loadConsultation(org, id);
  const { consultation, versions, facts, events, may, warnings } = loaded;
  const search = await searchParams;
  const { error } = search;
  const t = await getTranslations("consultation");
  const cited = await getTranslations("ui");
  const countries = await loadCountryOptions(await getLocale());
  const act = may.move && events.length > 0 && (
    <ActLink
      of="state"
      tone={consultation.state === "draft" ? "go" : undefined}
      href={`/${org}/telephone/consultations/${id}/state`}
    />
  );
  return (
    <Sheet>
      <DisputedSheet org={org} noun="consultation" id={id} />
      <PageHead
        note={<bdi>{consultation.reference}</bdi>}
        title={<bdi>{consultation.title}</bdi>}
        lead={<bdi>{consultation.controllerName}</bdi>}
        actions={act}
      >
        <ConsultationStatus of={consultation.state} />
      </PageHead>
      <ConsultationSheet
        org={org}
        loaded={loaded}
        nameOf={(country) => countries.find(({ value }) => value === country)?.label ?? country}
      />
      {consultation.state === "draft" && (
        <Part id="warnings" article={cited("article", { article: "21(2)" })} title={t("parts.warnings")}>
          <LacksList lacks={loaded.lacks} />
          <WarningsList warnings={warnings.all} />
        </Part>
      )}
      <PeoplePart
        org={org}
        loaded={loaded}
        people={await loadPeople(org, id, search)}
        error={typeof error === "string" ? error : undefined}
      />
      <Part id="sending" article={t("articles.sending")} title={t("parts.sending")}>
        <Words of={["form", "consultation"]}>
          <SendingPart org={org} loaded={loaded} />
        </Words>
      </Part>
      <Part id="answers" article={t("articles.answers")} title={t("parts.answers")}>
        <AnswersPart loaded={loaded} />
      </Part>
      <LifePart
        noun="consultation"
        facts={facts}
        versions={versions}
        changeOf={({ change }) => t(`history.changes.${change}`)}
      />
      <RowNotes org={org} noun="consultation" id={id} />
    </Sheet>
  );
}

async function LacksList({ lacks }: { lacks: Loaded["lacks"] }) {
  const t = await getTranslations("consultation.issues");
  return (
    <ul className="[&_.st]:whitespace-normal">
      {lacks.map((lack) => (
        <li key={lack} className="border-b border-rule py-2">
          <Status kind="warn">{t(`lacks_${lack}`)}</Status>
        </li>
      ))}
    </ul>
  );
}

type PeoplePartProps = {
  org: string;
  loaded: Loaded;
  people: Awaited<ReturnType<typeof loadPeople>>;
  error?: string;
};

async function PeoplePart({ org, loaded, people, error }: PeoplePartProps) {
  const [t, locale] = await Promise.all([getTranslations("consultation"), getLocale()]);
  const { consultation, counts, files, may } = loaded;
  const { erasedAt } = consultation;
  return (
    <Part id="people" article={t("articles.people")} title={t("parts.people")}>
      {consultation.state === "draft" ? (
        <p className="muted pt-3">{t("people.notYet")}</p>
      ) : (
        <>
          <PeopleCounts counts={counts} />
          {erasedAt === null && loaded.contactsUntil !== null && (
            <p>{t("people.erasedAfter", { day: formatDay(loaded.contactsUntil, locale) })}</p>
          )}
          {erasedAt && (
            <p>
              {t("people.erased", { at: formatInstant(erasedAt.getTime(), "Africa/Casablanca", locale) })}
            </p>
          )}
          {may.write && consultation.state === "open" && (
            <Words of={["form", "consultation"]}>
              <PeopleUpload
                {...{ org, error }}
                id={consultation.id}
                countries={(await loadCountryOptions(await getLocale())).filter(({ isOffered }) => isOffered)}
              />
            </Words>
          )}
          <PeopleFiles org={org} files={files} />
          <PeopleList org={org} loaded={loaded} people={people} />
        </>
      )}
    </Part>
  );
}
