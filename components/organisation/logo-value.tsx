import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { formatNumber } from "@/lib/i18n/format";
import { Joined } from "./joined";

type Logo = Awaited<ReturnType<typeof loadOrganisation>>["logo"];

/** Uses a white background in every theme, as on paper. */
export function LogoValue({ org, logo, name }: { org: string; logo: Logo; name: string }) {
  const t = useTranslations("organisation");
  const locale = useLocale();
  if (!logo) return <p className="muted py-2">{t("empty.logo")}</p>;
  const size = formatNumber(Math.max(1, Math.round(logo.size / 1024)), locale);
  return (
    <dl>
      <RecordField label={t("parts.logo")}>
        {/* Served by the application behind a session: the image optimiser could not fetch it. */}
        {/* eslint-disable-next-line @next/next/no-img-element */}
        <img
          src={`/api/files/${org}/${logo.id}`}
          alt={t("logoAlt", { name })}
          width={logo.width ?? undefined}
          height={logo.height ?? undefined}
          className="h-auto max-h-22 w-auto max-w-full border border-rule bg-[#fff] p-2"
        />
        <p className="muted">
          <Joined of={[logo.fileName, `${logo.width} × ${logo.height}`, t("kilobytes", { size })]} />
        </p>
      </RecordField>
    </dl>
  );
}
