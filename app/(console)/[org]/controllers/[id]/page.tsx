import { Combine } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccessLogPart } from "@/components/access-log/access-log-part";
import { ControllerContacts } from "@/components/contact/controller-contacts";
import { MergesPart } from "@/components/controller-merge/merges-part";
import { ControllerSheet } from "@/components/controller/controller-sheet";
import { RestoreForm } from "@/components/controller/restore-form";
import { SheetActs } from "@/components/shell/sheet-acts";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { NightContactsPart } from "@/components/night-contact/night-contacts-part";
import { PartyPartsPart } from "@/components/party-parts/party-parts-part";
import { ActLink } from "@/components/ui/act-link";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/deadline";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { representativeExemption } from "@/lib/domain/statute/representative";
import type { Search } from "@/lib/forms/list-query";
import { loadAccessLog } from "@/lib/features/access-log/loaders";
import { loadControllerContacts } from "@/lib/features/contact/loaders";
import { loadMerges } from "@/lib/features/controller-merge/loaders";
import { loadController } from "@/lib/features/controller/loaders";
import { loadNightContacts } from "@/lib/features/night-contact/loaders";
import { loadPartyParts } from "@/lib/features/party-parts/loaders";
import { dayAt, formatInstant } from "@/lib/i18n/format";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};
type Loaded = Awaited<ReturnType<typeof loadController>>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadController(org, id)).controller.legalName };
}

export default async function ControllerPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const [it, merges] = await Promise.all([loadController(org, id), loadMerges(org, id)]);
  if (merges.mergedIntoId) redirect(`/${org}/controllers/${merges.mergedIntoId}?former=${id}`);
  const [parts, contacts, nightContacts, accesses] = await Promise.all([
    loadPartyParts(org, {
      party: "controller",
      id,
      name: it.controller.legalName,
      isOpen: it.controller.archivedAt === null,
    }),
    loadControllerContacts(org, id),
    loadNightContacts(org, id),
    loadAccessLog(org, id),
  ]);
  const { former } = await searchParams;
  const [t, countries] = await Promise.all([getTranslations("controller"), getTranslations("countries")]);
  const { country } = it.controller;
  const today = dayAt(it.nowMs, "Africa/Casablanca");
  const laws = applicableLaws(it.controller, { on: today });
  return (
    <Sheet>
      <DisputedSheet org={org} noun="controller" id={id} />
      <PageHead note={t("note")} title={it.controller.legalName} actions={<Acts org={org} it={it} />}>
        <VersionLine it={it} />
      </PageHead>
      <FormerNotice former={merges.came.find((came) => came.id === former)?.legalName} />
      <ArchivedNotice org={org} it={it} />
      <PartyPartsPart loaded={parts} lifeHref={`/${org}/controllers/${id}/life`} />
      <ControllerSheet
        of={it.controller}
        country={country ? countries(country) : ""}
        laws={laws}
        exemption={representativeExemption(laws, { country, on: today })}
      />
      <ControllerContacts
        org={org}
        controllerId={id}
        loaded={contacts}
        isOpen={it.controller.archivedAt === null}
      />
      <NightContactsPart
        org={org}
        controllerId={id}
        loaded={nightContacts}
        isOpen={it.controller.archivedAt === null}
      />
      <MergesPart org={org} of={merges} />
      <AccessLogPart org={org} entries={accesses} />
      <RowNotes org={org} noun="controller" id={id} />
    </Sheet>
  );
}

async function Acts({ org, it }: { org: string; it: Loaded }) {
  const t = await getTranslations("controller");
  const at = `/${org}/controllers/${it.controller.id}`;
  if (it.controller.archivedAt !== null) return null;
  const merge = (
    <LinkButton tone="bare" icon={Combine} href={`${at}/merge`}>
      {t("merge.open")}
    </LinkButton>
  );
  return (
    <SheetActs
      primary={it.mayWrite && <ActLink of="edit" tone="go" href={`${at}/edit`} />}
      others={[
        it.mayArchive && { key: "merge", act: merge },
        it.mayArchive && { of: "archive", href: `${at}/archive` },
      ]}
    />
  );
}

async function VersionLine({ it: { version } }: { it: Loaded }) {
  const [t, locale] = await Promise.all([getTranslations("controller"), getLocale()]);
  return (
    <p className="version">
      <span>
        <b>{t("version", { number: version.number })}</b>{" "}
        {version.at > 0 && <Instant iso={isoOf(version.at)} text={casablanca(version.at, locale)} />}
      </span>
      {version.author && <span>{t("by", { name: version.author })}</span>}
    </p>
  );
}

/** A merged controller's old address leads here. */
async function FormerNotice({ former }: { former: string | undefined }) {
  if (!former) return null;
  const t = await getTranslations("controller");
  return (
    <Line>
      <div className="summary" role="status">
        {t("merge.former", { name: former })}
      </div>
    </Line>
  );
}

async function ArchivedNotice({ org, it: { controller, mayArchive } }: { org: string; it: Loaded }) {
  if (controller.archivedAt === null) return null;
  const [t, locale] = await Promise.all([getTranslations("controller"), getLocale()]);
  return (
    <Line>
      <div className="summary">
        <span>
          {t("archivedOn", {
            when: casablanca(controller.archivedAt, locale),
            reason: controller.archiveReason,
          })}
        </span>
        {mayArchive && (
          <Words of={["controller", "form"]}>
            <RestoreForm org={org} id={controller.id} version={controller.version} />
          </Words>
        )}
      </div>
    </Line>
  );
}

function casablanca(at: number, locale: Awaited<ReturnType<typeof getLocale>>): string {
  return formatInstant(at, "Africa/Casablanca", locale);
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
