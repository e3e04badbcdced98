import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailLink } from "@/components/account/email-link";
import { loadToken } from "@/lib/features/account/loaders";

type PageProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account-page"))("confirm.title") };
}

export default async function ConfirmEmailPage({ params }: PageProps) {
  const { token } = await params;
  return <EmailLink kind="email-change" token={token} {...await loadToken("email-change", token)} />;
}
