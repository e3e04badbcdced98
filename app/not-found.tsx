import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IncidentSheet } from "@/components/shell/incident-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incident"))("notFoundTitle") };
}

/** Gives the same answer for a missing object and one outside the person's scope, so that nothing is disclosed. */
export default function NotFound() {
  return <IncidentSheet of="notFound" />;
}
