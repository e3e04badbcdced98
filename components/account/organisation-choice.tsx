import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/features/account/actions";

type OrganisationChoiceProps = {
  organisations: readonly { slug: string; legalName: string; city: string; role: string }[];
  hasPortal: boolean;
};

export function OrganisationChoice({ organisations, hasPortal }: OrganisationChoiceProps) {
  const t = useTranslations("account");
  return (
    <>
      {organisations.length > 0 && (
        <ul className="mt-4">
          {organisations.map((organisation) => (
            <li key={organisation.slug} className="field two">
              <Link href={`/${organisation.slug}`} prefetch={false}>
                {organisation.legalName}
              </Link>
              <span className="muted">
                {organisation.city && `${organisation.city} · `}
                {t(`roles.${organisation.role}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasPortal && (
        <p className="mt-4">
          <Link href="/portal" prefetch={false}>
            {t("organisations.portal")}
          </Link>
        </p>
      )}
      <form action={signOut} className="form-end">
        <Button type="submit">{t("organisations.signOut")}</Button>
      </form>
    </>
  );
}
