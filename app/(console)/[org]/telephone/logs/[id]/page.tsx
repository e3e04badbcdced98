import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LogSheet } from "@/components/call-log/log-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadLog } from "@/lib/features/call-log/loaders";
import { isolate } from "@/lib/i18n/bidi";
import { DisputedSheet } from "../../../disputed-rows";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadLog(org, id)).fileName };
}

export default async function LogPage({ params }: PageProps) {
  const { org, id } = await params;
  const log = await loadLog(org, id);
  const [t, locale] = await Promise.all([getTranslations("call-log"), getLocale()]);
  return (
    <Sheet>
      <DisputedSheet org={org} noun="call-log" id={id} />
      <PageHead note={t("noun")} title={isolate(log.fileName, locale)} />
      <Words of={["form", "call-log"]}>
        <LogSheet org={org} log={log} />
      </Words>
    </Sheet>
  );
}
