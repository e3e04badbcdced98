import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import type { TokenKind, TokenState } from "@/lib/domain/account/token";

type StaleLinkProps = { state: Exclude<TokenState, "good">; kind: TokenKind };

export function StaleLink({ state, kind }: StaleLinkProps) {
  const t = useTranslations("account-page");
  return (
    <ErrorState title={t(`stale.${state}.title`)} actions={<NextAction kind={kind} />}>
      {t(`stale.${state}.text`)}
    </ErrorState>
  );
}

export function NextAction({ kind }: { kind: TokenKind }) {
  const t = useTranslations("account-page");
  const [href, word] =
    kind === "password-reset" ? ["/forgot-password", t("stale.forgot")] : ["/account", t("stale.profile")];
  return (
    <>
      <LinkButton tone="go" href={href}>
        {word}
      </LinkButton>
      <LinkButton href="/sign-in">{t("stale.signIn")}</LinkButton>
    </>
  );
}
