import { notFound, redirect } from "next/navigation";
import { findRequestPlace } from "@/lib/features/portal-decision/loaders";

type PageProps = { params: Promise<{ id: string }> };

/** Target of the link in a request's letter: requires sign-in, then opens the portal that received the request. */
export default async function RequestPage({ params }: PageProps) {
  const { id } = await params;
  const place = await findRequestPlace(id);
  if (!place) notFound();
  redirect(`/portal/${place.contactId}/requests/${id}`);
}
