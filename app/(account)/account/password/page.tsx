import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadSelf } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("account-page", "password.title");

export default async function PasswordPage() {
  const [{ person }, t] = await Promise.all([loadSelf(), getTranslations("account-page")]);
  return (
    <Sheet>
      <PageHead title={t("password.title")} lead={t("password.lead")} />
      <Line>
        <Words of={["form", "account-page"]}>
          <PasswordForm email={person.email} />
        </Words>
      </Line>
    </Sheet>
  );
}
