import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/link-sign-in/code-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { loadCodeStep } from "@/lib/features/link-sign-in/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("link-sign-in", "code.title");

/** Gives the same answer whether or not a letter was sent, so that addresses cannot be probed. */
export default async function AuditCodePage({ searchParams }: PageProps) {
  const step = await loadCodeStep(await searchParams, "audit");
  const [t, words] = await Promise.all([getTranslations("audit.signIn"), getTranslations("link-sign-in")]);
  return (
    <AuthShell title={words("code.title")} lead={t("codeLead")} note={t("note")}>
      <CodeForm {...step} />
    </AuthShell>
  );
}
