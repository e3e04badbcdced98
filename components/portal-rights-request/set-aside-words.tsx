import { useLocale, useTranslations } from "next-intl";
import type { Zone } from "@/lib/domain/time/zones";
import type { LoadedRelayed } from "@/lib/features/portal-rights-request/loaders";
import { formatInstant } from "@/lib/i18n/format";

type SetAside = NonNullable<LoadedRelayed["setAside"]>;

/** Says to its controller that a request is set aside, when and why. */
export function SetAsideWords({ of: { at, cause }, zone }: { of: SetAside; zone: Zone }) {
  const t = useTranslations("rights-request.portal");
  const locale = useLocale();
  return t("setAside", {
    when: formatInstant(at, zone, locale),
    cause: (cause ?? "no-client").replace("-", ""),
  });
}
