import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NightContactEndForm } from "@/components/night-contact/night-contact-end-form";
import { NightContactForm } from "@/components/night-contact/night-contact-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadNightContact } from "@/lib/features/night-contact/loaders";

type PageProps = { params: Promise<{ org: string; id: string; contact: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, contact } = await params;
  return { title: (await loadNightContact(org, contact)).contact.name };
}

export default async function NightContactPage({ params }: PageProps) {
  const { org, contact: id } = await params;
  const { contact, controller } = await loadNightContact(org, id);
  const t = await getTranslations("night-contact");
  const { position, name, role, phone, email, language, hours } = contact;
  return (
    <Sheet>
      <PageHead title={name} lead={t("add.lead", { controller: controller.legalName })} />
      <Words of={["form", "night-contact"]}>
        <Line>
          <NightContactForm
            org={org}
            controllerId={controller.id}
            changed={{ id, version: contact.version }}
            initial={{ position, name, role, phone, email, language, hours }}
          />
        </Line>
        <Part id="end" title={t("end.title")} article="">
          <NightContactEndForm org={org} id={id} />
        </Part>
      </Words>
    </Sheet>
  );
}
