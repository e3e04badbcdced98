import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/link-sign-in/code-form";
import { AuthShell } from "@/components/shell/auth-shell";
import type { Search } from "@/lib/forms/list-query";
import { loadCodeStep } from "@/lib/features/link-sign-in/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("link-sign-in", "code.title");

/** Gives the same answer whether or not a letter was sent, so that addresses cannot be probed. */
export default async function CodePage({ searchParams }: PageProps) {
  const step = await loadCodeStep(await searchParams);
  const t = await getTranslations("link-sign-in");
  return (
    <AuthShell title={t("code.title")} lead={t("code.lead")} note={t("note")}>
      <CodeForm {...step} />
    </AuthShell>
  );
}
