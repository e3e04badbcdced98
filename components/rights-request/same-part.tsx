import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { SameForm } from "./same-form";

/** Asks whether a request is an earlier one of the same person again, whichever way each of them came. */
export function SamePart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.same");
  const words = useTranslations("rights-request");
  const locale = useLocale();
  if (it.maybeSame.length === 0 || !it.may.write) return null;
  return (
    <Part id="same" title={t("title")}>
      {it.maybeSame.map(({ id, reference, receivedAt, channel }) => (
        <div key={id} className="py-2">
          <p>
            {t.rich("question", {
              reference,
              link: (text) => (
                <Link href={`/${org}/rights-requests/${id}`} prefetch={false}>
                  <bdi>{text}</bdi>
                </Link>
              ),
              when: formatInstant(receivedAt, "Africa/Casablanca", locale),
              how: words(`channels.${channel}` as never),
            })}
          </p>
          <Words of={["rights-request", "form"]}>
            <SameForm org={org} id={it.id} sameAs={id} reference={reference} />
          </Words>
        </div>
      ))}
    </Part>
  );
}
