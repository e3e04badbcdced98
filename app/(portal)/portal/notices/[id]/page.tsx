import { notFound, redirect } from "next/navigation";
import { findNoticePlace } from "@/lib/features/breach-notice/loaders";

type PageProps = { params: Promise<{ id: string }> };

/** Target of the link in a notice's letter: requires sign-in, then opens the portal that received the notice. */
export default async function NoticeLinkPage({ params }: PageProps) {
  const { id } = await params;
  const place = await findNoticePlace(id);
  if (!place) notFound();
  redirect(`/portal/${place.contactId}/notices/${id}`);
}
