import { getTranslations } from "next-intl/server";
import { PlaceForm } from "@/components/breach/place-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { loadPlaceForm } from "@/lib/features/breach/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("breach", "place.title");

/** Decides whether a controller is affected. */
export default async function PlacePage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const asked = [(await searchParams).controller].flat()[0];
  const it = await loadPlaceForm(org, id);
  const t = await getTranslations("breach");
  const controller = it.controllers.find((one) => one.id === asked);
  return (
    <PartedFormPage
      note={
        <b>
          <bdi>{it.breach.reference}</bdi>
        </b>
      }
      title={controller?.legalName ?? t("place.title")}
      lead={t("place.lead")}
      isAllowed={it.may.decide}
      isOpen={it.file.status !== "closed"}
      words={["breach"]}
    >
      <PlaceForm org={org} breach={it.breach} controllerId={controller?.id ?? null} others={it.others} />
    </PartedFormPage>
  );
}
