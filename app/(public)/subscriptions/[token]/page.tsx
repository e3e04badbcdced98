import { SubscriptionPage } from "@/components/public-page/subscription-page";
import { loadSubscription } from "@/lib/features/public-page/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ token: string }> };

export const generateMetadata = titled("published", "confirm.title");

/** A GET changes nothing: mail scanners open links. */
export default async function ConfirmSubscriptionPage({ params }: PageProps) {
  const { token } = await params;
  return (
    <SubscriptionPage purpose="confirm" token={token} found={await loadSubscription(token, "confirm")} />
  );
}
