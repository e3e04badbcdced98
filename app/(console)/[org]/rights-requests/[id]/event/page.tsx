import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/rights-request/event-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { NOT_OURS } from "@/lib/domain/rights-request/facts";
import { isDecided, isWithController } from "@/lib/domain/rights-request/file";
import { initialTimes } from "@/lib/forms/stop-times-fields";
import { loadEvent } from "@/lib/features/rights-request/loaders";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const { it, kind } = await loadEvent(org, id, await searchParams);
  const t = await getTranslations("rights-request");
  return { title: kind ? `${it.reference} · ${t(`kinds.${kind}.act`)}` : it.reference };
}

/** Asks for one event of a request, chosen on its sheet. */
export default async function RightsRequestEventPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const { it, kind, may, isOpen, ...of } = await loadEvent(org, id, await searchParams);
  if (kind === null) notFound();
  const t = await getTranslations("rights-request");
  const mandate = of.mandate && {
    value: of.mandate.basis,
    label: t("form.contract", { contract: of.mandate.contract }),
    overrides: [],
    effectiveOn: null,
  };
  return (
    <PartedFormPage
      note={<bdi>{it.reference}</bdi>}
      title={t(`kinds.${kind}.act`)}
      lead={t(`kinds.${kind}.hint`)}
      isAllowed={may}
      isOpen={isOpen}
      words={["rights-request"]}
    >
      <EventForm
        org={org}
        request={{ id, version: it.file.version }}
        kind={kind}
        now={of.now}
        initial={{ ...initialTimes(of.timesNamed), controllerId: of.candidate }}
        controllers={of.controllers.map((row) => ({ value: row.id, label: row.legalName }))}
        bases={[...(mandate ? [mandate] : []), ...of.answers.options]}
        withheld={of.answers.withheld}
        refusals={of.refusals}
        proposals={it.proposals.map(({ key, name, kind: task }) => ({
          id: key,
          label: `${name} · ${t(`taskKinds.${task}`)}`,
        }))}
        recipients={it.recipients}
        causes={isDecided(it.file) ? ["withdrawn"] : NOT_OURS}
        isTold={isWithController(it.file)}
        stops={of.stops}
        mayTakeMore={of.timesTakeMore}
        purposes={of.purposes}
        answerLanguage={of.answerLanguage}
        doubtful={(it.person?.doubtful ?? []).map(({ value, doubt }, place) => ({
          id: String(place),
          label: `\u2066${value}\u2069 · ${t(`doubts.${doubt}`)}`,
        }))}
        documents={of.documents.map((row) => ({ value: row.id, label: row.fileName }))}
        task={of.task && { id: of.task.id, name: of.task.name }}
      />
    </PartedFormPage>
  );
}
