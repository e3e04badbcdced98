import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NightContactForm } from "@/components/night-contact/night-contact-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadNewNightContact } from "@/lib/features/night-contact/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("night-contact", "add.title");

export default async function NewNightContactPage({ params, searchParams }: PageProps) {
  const [{ org, id }, { from }] = await Promise.all([params, searchParams]);
  const { controller, portal, initial } = await loadNewNightContact(org, id, from);
  const t = await getTranslations("night-contact");
  return (
    <Sheet>
      <PageHead title={t("add.title")} lead={t("add.lead", { controller: controller.legalName })} />
      {portal.length > 0 && (
        <Line>
          <p>{t("add.fromPortal")}</p>
          <ul>
            {portal.map((contact) => (
              <li key={contact.id}>
                <Link href={`?from=${contact.id}`}>{contact.name}</Link>{" "}
                <bdi className="muted">{contact.email}</bdi>
              </li>
            ))}
          </ul>
        </Line>
      )}
      <Line>
        <Words of={["form", "night-contact"]}>
          <NightContactForm key={String(from)} org={org} controllerId={id} initial={initial} />
        </Words>
      </Line>
    </Sheet>
  );
}
