import { SubscriptionPage } from "@/components/public-page/subscription-page";
import { loadSubscription } from "@/lib/features/public-page/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ token: string }> };

export const generateMetadata = titled("published", "leave.title");

/** A GET changes nothing: mail scanners open links. */
export default async function LeaveSubscriptionPage({ params }: PageProps) {
  const { token } = await params;
  return <SubscriptionPage purpose="leave" token={token} found={await loadSubscription(token, "leave")} />;
}
