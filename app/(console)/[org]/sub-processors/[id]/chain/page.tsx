import { getLocale, getTranslations } from "next-intl/server";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkForm } from "@/components/sub-processor/link-form";
import { RemoveLinkForm } from "@/components/sub-processor/remove-link-form";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadLink } from "@/lib/features/sub-processor/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  /** `link` is the company that is changed; `under` is the parent of a new one. */
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("sub-processor", "chain.newTitle");

export default async function ChainLinkPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const { link: linkId, under } = await searchParams;
  const loaded = await loadLink(org, id, typeof linkId === "string" ? linkId : null);
  const t = await getTranslations("sub-processor");
  const { link, version, hasBelow } = loaded;
  if (!loaded.mayWrite)
    return (
      <Sheet>
        <Line>
          <Forbidden actions={<LinkButton href={`/${org}/sub-processors/${id}`}>{t("back")}</LinkButton>} />
        </Line>
      </Sheet>
    );
  return (
    <Sheet>
      <PageHead
        article={t("articles.chain")}
        title={link ? <bdi>{link.name}</bdi> : t("chain.newTitle")}
        lead={t("chain.lead")}
      />
      <Words of={["form", "sub-processor"]}>
        <Line>
          <LinkForm
            org={org}
            loaded={loaded}
            under={loaded.above.some(({ value }) => value === under) ? String(under) : ""}
            countries={await loadCountryOptions(await getLocale())}
          />
        </Line>
        {link && (
          <Part id="remove" title={t("chain.removeTitle")}>
            <p className="muted mt-3">{t(hasBelow ? "chain.hasBelow" : "chain.removeHint")}</p>
            {!hasBelow && <RemoveLinkForm org={org} id={id} version={version} link={link.id} />}
          </Part>
        )}
      </Words>
    </Sheet>
  );
}
