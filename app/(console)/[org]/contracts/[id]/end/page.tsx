import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BeginForm } from "@/components/contract-end/begin-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty, Forbidden } from "@/components/ui/states";
import { Unbroken } from "@/components/ui/unbroken";
import { loadBeginning } from "@/lib/features/contract-end/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("contract-end", "begin.title");

export default async function BeginEndPage({ params }: PageProps) {
  const { org, id } = await params;
  const loaded = await loadBeginning(org, id);
  if (loaded.currentId) redirect(`/${org}/contracts/end/${loaded.currentId}`);
  const t = await getTranslations("contract-end");
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <Unbroken>{t("article")}</Unbroken>
          </b>
        }
        title={t("title", { reference: loaded.contract.reference })}
        lead={loaded.contract.controller}
      >
        <p className="prose-line mt-3">{t("begin.lead")}</p>
      </PageHead>
      <Line>
        <Cancelled org={org} loaded={loaded} />
        <Begin org={org} loaded={loaded} />
      </Line>
    </Sheet>
  );
}

type LoadedProps = { org: string; loaded: Awaited<ReturnType<typeof loadBeginning>> };

/** A cancelled end can be resumed instead of begun again. */
async function Cancelled({ org, loaded: { cancelled } }: LoadedProps) {
  const [t, locale] = await Promise.all([getTranslations("contract-end.begin"), getLocale()]);
  return cancelled.map(({ id, at }) => (
    <p key={id} className="mt-3">
      <Link href={`/${org}/contracts/end/${id}`} prefetch={false}>
        {t("cancelled", { when: formatInstant(at, "Africa/Casablanca", locale) })}
      </Link>
    </p>
  ));
}

async function Begin({ org, loaded }: LoadedProps) {
  const t = await getTranslations("contract-end.begin");
  const back = <LinkButton href={`/${org}/contracts/${loaded.contract.id}`}>{t("cancel")}</LinkButton>;
  if (!loaded.mayBegin) return <Forbidden actions={back}>{t("forbidden")}</Forbidden>;
  if (loaded.isDraft)
    return (
      <Empty title={t("title")} actions={back}>
        {t("neverBound")}
      </Empty>
    );
  return (
    <Words of={["contract-end", "form", "contract"]}>
      <BeginForm org={org} of={loaded} />
    </Words>
  );
}
