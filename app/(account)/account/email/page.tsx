import { getTranslations } from "next-intl/server";
import { EmailForm } from "@/components/account/email-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadSelf } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("account-page", "email.title");

export default async function EmailPage() {
  const [{ person }, t] = await Promise.all([loadSelf(), getTranslations("account-page")]);
  return (
    <Sheet>
      <PageHead title={t("email.title")} lead={t("email.lead")} />
      <Line note={t("email.now")} className="mt-5">
        <bdi>{person.email}</bdi>
      </Line>
      <Line>
        <Words of={["form", "account-page"]}>
          <EmailForm />
        </Words>
      </Line>
    </Sheet>
  );
}
