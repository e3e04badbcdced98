import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { IncidentSheet } from "@/components/shell/incident-sheet";

/** Pages of strangers, who come by a link and belong to no organisation. */
const OF_STRANGERS = /^\/(?:answer|parents|public|subscriptions)(?:[/?]|$)/;

async function kindOfPath(): Promise<"link" | "notFound"> {
  const path = (await headers()).get("x-amana-path") ?? "";
  return OF_STRANGERS.test(path) ? "link" : "notFound";
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incident"))(`${await kindOfPath()}Title`) };
}

/** Gives the same answer for a missing object and one outside the person's scope, so that nothing is disclosed. */
export default async function NotFound() {
  return <IncidentSheet of={await kindOfPath()} />;
}
