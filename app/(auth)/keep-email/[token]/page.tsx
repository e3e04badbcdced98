import { EmailLink } from "@/components/account/email-link";
import { loadToken } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ token: string }> };

export const generateMetadata = titled("account-page", "keep.title");

export default async function RevokeEmailChangePage({ params }: PageProps) {
  const { token } = await params;
  // A confirmed change of address is undone by the same link.
  const restore = await loadToken("email-restore", token);
  if (restore.state !== "unknown") return <EmailLink kind="email-restore" token={token} {...restore} />;
  return <EmailLink kind="email-keep" token={token} {...await loadToken("email-keep", token)} />;
}
