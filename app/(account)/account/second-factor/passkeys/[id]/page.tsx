import { getTranslations } from "next-intl/server";
import { RemoveKeyForm, RenameKeyForm } from "@/components/second-factor/key-forms";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadPasskey } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ id: string }> };

export const generateMetadata = titled("security", "keys.one");

export default async function PasskeyPage({ params }: PageProps) {
  const { passkey, asksPassword } = await loadPasskey((await params).id);
  const t = await getTranslations("security.keys");
  return (
    <Sheet>
      <PageHead title={<bdi dir="auto">{passkey.name}</bdi>} lead={t("one")} />
      <Words of={["form", "security"]}>
        <Part title={t("renameTitle")}>
          <RenameKeyForm id={passkey.id} name={passkey.name} />
        </Part>
        <Part title={t("removeTitle")}>
          <RemoveKeyForm id={passkey.id} asksPassword={asksPassword} />
        </Part>
      </Words>
    </Sheet>
  );
}
