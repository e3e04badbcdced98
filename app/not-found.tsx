import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IncidentSheet } from "@/components/shell/incident-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incident"))("notFoundTitle") };
}

/** Said alike of what does not exist and of what is out of one's scope: the answer gives nothing away. */
export default function NotFound() {
  return <IncidentSheet of="notFound" />;
}
