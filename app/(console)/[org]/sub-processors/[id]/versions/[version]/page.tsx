import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { ScopePart } from "@/components/sub-processor/scope-part";
import { SubProcessorSheet } from "@/components/sub-processor/sub-processor-sheet";
import { VersionChanges } from "@/components/sub-processor/version-changes";
import { loadSubProcessorVersion } from "@/lib/features/sub-processor/loaders";
import { isolate } from "@/lib/i18n/bidi";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; id: string; version: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id, version } = await params;
  const { subProcessor } = await loadSubProcessorVersion(org, id, version);
  const t = await getTranslations("sub-processor.history");
  return { title: `${subProcessor.reference} · ${t("version", { number: subProcessor.version })}` };
}

/** Shows one version of a sub-processor as recorded, read-only. */
export default async function SubProcessorVersionPage({ params }: PageProps) {
  const { org, id, version } = await params;
  const loaded = await loadSubProcessorVersion(org, id, version);
  const { subProcessor, recorded } = loaded;
  const [t, locale] = await Promise.all([getTranslations("sub-processor"), getLocale()]);
  const countries = await loadCountryOptions(locale);
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{subProcessor.reference}</bdi>
          </b>
        }
        title={isolate(subProcessor.content.identity.name, locale)}
        lead={isolate(subProcessor.content.service.service, locale)}
      />
      <Line>
        <p className="as-of mt-3" role="note">
          <span>
            <b>{t("history.version", { number: subProcessor.version })}</b>{" "}
            {t("version.recorded", { when: formatInstant(recorded.at, "Africa/Casablanca", locale) })}{" "}
            {recorded.authorName && t("history.by", { name: recorded.authorName })} ·{" "}
            {t(`history.changes.${recorded.change}`)}
          </span>
          <Link href={`/${org}/sub-processors/${id}`} prefetch={false}>
            {t("version.now")}
          </Link>
        </p>
      </Line>
      <ScopePart org={org} loaded={loaded} />
      <VersionChanges loaded={loaded} countries={countries} />
      <SubProcessorSheet org={org} loaded={loaded} countries={countries} />
    </Sheet>
  );
}
