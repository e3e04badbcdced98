import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ContractSheet } from "@/components/contract/contract-sheet";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead } from "@/components/shell/portal-page";
import { ConversationPart } from "@/components/thread/conversation-part";
import { loadPortalContract } from "@/lib/features/contract/loaders";
import { loadPortalConversation } from "@/lib/features/thread/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadPortalContract(contact, id)).contract.reference };
}

export default async function PortalContractPage({ params }: PageProps) {
  const { contact, id } = await params;
  const loaded = await loadPortalContract(contact, id);
  return (
    <>
      <PortalHead note={<bdi>{loaded.contract.reference}</bdi>} title={loaded.contract.title} />
      <Disputed isDisputed={loaded.isDisputed} />
      <ContractSheet org="" loaded={loaded} countries={await loadCountryOptions(await getLocale())} />
      <ConversationPart
        place={{ side: "contact", contact }}
        of={await loadPortalConversation(contact, "contract", id)}
        from="sheet"
      />
    </>
  );
}
