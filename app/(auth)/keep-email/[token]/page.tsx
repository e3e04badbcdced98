import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailLink } from "@/components/account/email-link";
import { loadToken } from "@/lib/features/account/loaders";

type PageProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account-page"))("keep.title") };
}

export default async function RevokeEmailChangePage({ params }: PageProps) {
  const { token } = await params;
  // A confirmed change of address is undone by the same link.
  const restore = await loadToken("email-restore", token);
  if (restore.state !== "unknown") return <EmailLink kind="email-restore" token={token} {...restore} />;
  return <EmailLink kind="email-keep" token={token} {...await loadToken("email-keep", token)} />;
}
