import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IncidentSheet } from "@/components/shell/incident-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ui"))("forbiddenTitle") };
}

export default function Forbidden() {
  return <IncidentSheet of="forbidden" />;
}
