import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { AddForm } from "@/components/contract-end/add-form";
import { BlockerList } from "@/components/contract-end/blocker-list";
import { Certificates } from "@/components/contract-end/certificates";
import { CloseForm } from "@/components/contract-end/close-form";
import { DrawForm } from "@/components/contract-end/draw-form";
import { EndHistory } from "@/components/contract-end/end-history";
import { EndSheet } from "@/components/contract-end/end-sheet";
import { EndSteps } from "@/components/contract-end/end-steps";
import type { LoadedEnd } from "@/components/contract-end/loaded-end";
import { RunEventForm } from "@/components/contract-end/run-event-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Status } from "@/components/ui/status";
import { Unbroken } from "@/components/ui/unbroken";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadEnd } from "@/lib/features/contract-end/loaders";
import { formatInstant, formatList } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string; run: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, run } = await params;
  const { contract } = await loadEnd(org, run);
  return { title: (await getTranslations("contract-end"))("title", { reference: contract.reference }) };
}

export default async function EndPage({ params, searchParams }: PageProps) {
  const { org, run: id } = await params;
  const search = await searchParams;
  const loaded = await loadEnd(org, id);
  const documents = await loadDocuments(org, "contract-end", id);
  const { contract, run } = loaded;
  const t = await getTranslations("contract-end");
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <Unbroken>{t("article")}</Unbroken>
          </b>
        }
        title={t("title", { reference: contract.reference })}
        lead={
          <Link href={`/${org}/contracts/${contract.id}`} prefetch={false}>
            <bdi>{contract.title || contract.reference}</bdi> · <bdi>{contract.controller.legalName}</bdi>
          </Link>
        }
      >
        <Where loaded={loaded} />
      </PageHead>
      <Certificates org={org} loaded={loaded} />
      <Words of={["contract-end", "contract", "form"]}>
        <Missing org={org} loaded={loaded} />
        <EndSheet org={org} loaded={loaded} />
        <Add org={org} loaded={loaded} />
        <Closing org={org} loaded={loaded} />
        <RunActions org={org} loaded={loaded} />
      </Words>
      <Documents
        org={org}
        here={`/${org}/contracts/end/${id}`}
        of={{ ...documents, mayWrite: documents.mayWrite && run.state === "open" }}
        search={search}
      />
      <EndHistory facts={loaded.facts} />
    </Sheet>
  );
}

type LoadedProps = { org: string; loaded: LoadedEnd };

async function Where({ loaded }: Pick<LoadedProps, "loaded">) {
  const [t, locale] = await Promise.all([getTranslations("contract-end"), getLocale()]);
  const { run, lines } = loaded;
  const settled = lines.filter(({ state }) => state === "settled").length;
  return (
    <>
      <p className="version">
        <b>{t(`runStates.${run.state}`)}</b>
        <span>{t("run.begun", { when: formatInstant(run.begunAt, "Africa/Casablanca", locale) })}</span>
        <span>{t("run.progress", { settled, total: lines.length })}</span>
        <span>{t("run.records", { count: run.records })}</span>
      </p>
      <EndSteps loaded={loaded} />
    </>
  );
}

async function Missing({ org, loaded: { missing, mayAdd, run } }: LoadedProps) {
  if (missing.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("contract-end.run"), getLocale()]);
  return (
    <Line>
      <Status kind="warn">
        {t("missing", { count: missing.length, names: formatList(missing, locale) })}
      </Status>
      {mayAdd && <DrawForm org={org} id={run.id} />}
    </Line>
  );
}

async function Add({ org, loaded: { mayAdd, run } }: LoadedProps) {
  if (!mayAdd) return null;
  const t = await getTranslations("contract-end.run");
  return (
    <Line>
      <details className="mt-4 print:hidden">
        <summary className="btn">{t("add")}</summary>
        <AddForm org={org} id={run.id} />
      </details>
    </Line>
  );
}

async function OtherUses({ loaded: { uses, goOn } }: Pick<LoadedProps, "loaded">) {
  const [t, locale] = await Promise.all([getTranslations("contract-end.close"), getLocale()]);
  const names = formatList(
    uses.map(({ reference, name }) => `${name} (${reference})`),
    locale,
  );
  return (
    <>
      {uses.length > 0 && <p className="prose-line mt-3">{t("uses", { names })}</p>}
      {goOn.length > 0 && (
        <p className="prose-line mt-3">{t("goOn", { references: formatList(goOn, locale) })}</p>
      )}
    </>
  );
}

async function Closing({ org, loaded }: LoadedProps) {
  const { run, blockers, events, contract, lines, today } = loaded;
  if (run.state !== "open") return null;
  const t = await getTranslations("contract-end");
  return (
    <Part id="close" title={t("close.title")} article={t("article")}>
      {blockers.length > 0 ? (
        <BlockerList org={org} loaded={loaded} />
      ) : (
        <p className="prose-line mt-3">{t("close.ready")}</p>
      )}
      <OtherUses loaded={loaded} />
      {events.includes("close") ? (
        <CloseForm org={org} of={{ run, contract, lines, today }} />
      ) : (
        <p className="muted mt-3">{t("close.forbidden")}</p>
      )}
    </Part>
  );
}

async function RunActions({ org, loaded: { run, events } }: LoadedProps) {
  const t = await getTranslations("contract-end.turn");
  return events
    .filter((event) => event !== "close")
    .map((event) => (
      <Line key={event}>
        <details className="mt-4 print:hidden">
          <summary className="btn">{t(`${event}.title`)}</summary>
          <RunEventForm org={org} run={{ id: run.id, version: run.version }} event={event} />
        </details>
      </Line>
    ));
}
