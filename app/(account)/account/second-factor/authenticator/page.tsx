import { getTranslations } from "next-intl/server";
import { AuthenticatorSetup } from "@/components/second-factor/authenticator-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { Search } from "@/lib/forms/list-query";
import { loadAuthenticator } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("security", "setup.title");

export default async function AuthenticatorPage({ searchParams }: PageProps) {
  const [authenticator, t] = await Promise.all([
    loadAuthenticator(await searchParams),
    getTranslations("security"),
  ]);
  return (
    <Sheet>
      <PageHead title={t("setup.title")} lead={t("setup.lead")} note={t("article")} />
      <Line>
        <Words of={["form", "security"]}>
          <AuthenticatorSetup {...authenticator} />
        </Words>
      </Line>
    </Sheet>
  );
}
