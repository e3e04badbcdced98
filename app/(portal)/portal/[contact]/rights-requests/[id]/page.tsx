import { Disputed } from "@/components/shell/disputed";
import { RelayedAnswer } from "@/components/portal-rights-request/relayed-answer";
import { RelayedSheet } from "@/components/portal-rights-request/relayed-sheet";
import { loadRelayedRequest } from "@/lib/features/portal-rights-request/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export const generateMetadata = titled("portal", "navItems.rights-requests");

export default async function RelayedRequestPage({ params }: PageProps) {
  const { contact, id } = await params;
  const it = await loadRelayedRequest(contact, id);
  return (
    <>
      <Disputed isDisputed={it.isDisputed} />
      <RelayedSheet contact={contact} it={it} />
      <RelayedAnswer contact={contact} it={it} />
    </>
  );
}
