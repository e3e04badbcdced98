import { notFound, redirect } from "next/navigation";
import { findRequestPlace } from "@/lib/features/portal-decision/loaders";

type PageProps = { params: Promise<{ id: string }> };

/** The address in the letter of a request: it opens a sign-in, then the portal that the request was sent to. */
export default async function RequestPage({ params }: PageProps) {
  const { id } = await params;
  const place = await findRequestPlace(id);
  if (!place) notFound();
  redirect(`/portal/${place.contactId}/requests/${id}`);
}
