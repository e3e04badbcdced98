import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { loadPortals } from "@/lib/features/portal/loaders";

type PortalChoiceProps = Pick<Awaited<ReturnType<typeof loadPortals>>, "places" | "isStaff">;

export function PortalChoice({ places, isStaff }: PortalChoiceProps) {
  const t = useTranslations("portal");
  return (
    <>
      {places.length > 0 && (
        <ul className="mt-4">
          {places.map(({ id, organisation, controller }) => (
            <li key={id} className="field two">
              <Link href={`/portal/${id}`} prefetch={false}>
                {organisation}
              </Link>
              <span className="muted">{t("for", { controller })}</span>
            </li>
          ))}
        </ul>
      )}
      {isStaff && (
        <p className="form-end">
          <LinkButton href="/organisations">{t("choice.console")}</LinkButton>
        </p>
      )}
    </>
  );
}
