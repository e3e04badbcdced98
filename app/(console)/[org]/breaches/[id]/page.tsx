import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdvicePart, UpstreamPart } from "@/components/breach/advice-part";
import { BreachHead } from "@/components/breach/breach-head";
import { ControllersPart } from "@/components/breach/controllers-part";
import { IndexedBreach } from "@/components/breach/indexed-breach";
import { InformPart } from "@/components/breach/inform-part";
import { KnownPart } from "@/components/breach/known-part";
import { ThreadPart } from "@/components/breach/thread-part";
import { Documents } from "@/components/attachment/documents";
import { Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadBreach } from "@/lib/features/breach/loaders";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const { breach } = await loadBreach(org, id);
  return { title: thingTitle(breach.reference, breach.title) };
}

/** The file of one breach, article 33(5): clocks, what is known, everything that was recorded. */
export default async function BreachPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const it = await loadBreach(org, id);
  const documents = await loadDocuments(org, "breach", id);
  const t = await getTranslations("breach");
  return (
    <Sheet>
      <DisputedSheet org={org} noun="breach" id={id} />
      <BreachHead org={org} it={it} />
      <IndexedBreach it={it}>
        <Words of={["breach"]}>
          <InformPart org={org} it={it} />
        </Words>
        <section className="line part" id="known">
          <div className="note">
            <b>{t("known.article")}</b>
            {t("known.note")}
          </div>
          <div className="body cols">
            <KnownPart org={org} it={it} />
            <ThreadPart org={org} it={it} />
          </div>
        </section>
        <ControllersPart org={org} it={it} />
        <UpstreamPart org={org} it={it} />
        <AdvicePart it={it} />
        <Documents
          org={org}
          here={`/${org}/breaches/${id}`}
          of={documents}
          article={t("list.article")}
          search={await searchParams}
        />
      </IndexedBreach>
      <RowNotes org={org} noun="breach" id={id} />
    </Sheet>
  );
}
