import { redirect } from "next/navigation";
import { loadRequestPlace } from "@/lib/features/portal-rights-request/loaders";

type PageProps = { params: Promise<{ id: string }> };

/** Target of the link in a relay's letter: requires sign-in, then opens the portal that the request was relayed to. */
export default async function RightsRequestLinkPage({ params }: PageProps) {
  const { id } = await params;
  const { contactId } = await loadRequestPlace(id);
  redirect(`/portal/${contactId}/rights-requests/${id}`);
}
