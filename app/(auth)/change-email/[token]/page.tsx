import { EmailLink } from "@/components/account/email-link";
import { loadToken } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ token: string }> };

export const generateMetadata = titled("account-page", "confirm.title");

export default async function ConfirmEmailPage({ params }: PageProps) {
  const { token } = await params;
  return <EmailLink kind="email-change" token={token} {...await loadToken("email-change", token)} />;
}
