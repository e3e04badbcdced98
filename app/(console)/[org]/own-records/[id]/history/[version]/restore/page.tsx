import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RestoreSheet } from "@/components/processing-record/history/restore-sheet";
import { loadRestore } from "@/lib/features/processing-record/loaders";

type PageProps = { params: Promise<{ org: string; id: string; version: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { version } = await params;
  return { title: (await getTranslations("history.restoring"))("title", { version }) };
}

export default async function RestoreOwnVersionPage({ params }: PageProps) {
  const { org, id, version } = await params;
  return <RestoreSheet org={org} restore={await loadRestore(org, id, version, "controller")} />;
}
