import { getTranslations } from "next-intl/server";
import { OwnAddress } from "@/components/account/own-address";
import { ProfileForm } from "@/components/account/profile-form";
import { RemindersForm } from "@/components/account/reminders-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Status } from "@/components/ui/status";
import type { Search } from "@/lib/forms/list-query";
import { loadProfile } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("account-page", "profile.title");

export default async function ProfilePage({ searchParams }: PageProps) {
  const { person, pending, isEmailChanged, reminders } = await loadProfile(await searchParams);
  const t = await getTranslations("account-page");
  return (
    <Sheet>
      <PageHead title={t("profile.title")} lead={t("profile.lead")} />
      {isEmailChanged && (
        <Line>
          <p className="mt-3 said" role="status">
            <Status kind="ok">{t("profile.emailChanged")}</Status>
          </p>
        </Line>
      )}
      <Part title={t("profile.who")}>
        <Words of={["form", "account-page"]}>
          <ProfileForm name={person.name} locale={person.locale} />
        </Words>
      </Part>
      <Part title={t("profile.address")} note={t("profile.addressNote")}>
        <OwnAddress email={person.email} pending={pending} />
      </Part>
      <Part title={t("reminders.title")}>
        <p className="pb-3">{t("reminders.lead")}</p>
        <Words of={["form", "account-page"]}>
          <RemindersForm {...reminders} />
        </Words>
      </Part>
    </Sheet>
  );
}
