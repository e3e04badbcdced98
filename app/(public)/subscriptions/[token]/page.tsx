import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubscriptionPage } from "@/components/public-page/subscription-page";
import { loadSubscription } from "@/lib/features/public-page/loaders";

type PageProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("published"))("confirm.title") };
}

/** A GET changes nothing: mail scanners open links. */
export default async function ConfirmSubscriptionPage({ params }: PageProps) {
  const { token } = await params;
  return (
    <SubscriptionPage purpose="confirm" token={token} found={await loadSubscription(token, "confirm")} />
  );
}
