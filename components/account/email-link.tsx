import { useTranslations } from "next-intl";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import type { TokenState } from "@/lib/domain/account/token";
import { LinkForm } from "./link-form";
import { NextAction } from "./stale-link";

const WORDS = { "email-change": "confirm", "email-keep": "keep", "email-restore": "restore" } as const;

type EmailLinkProps = { kind: keyof typeof WORDS; token: string; state: TokenState; email: string };

/** Requires a press: opening the link of a letter changes nothing. */
export function EmailLink({ kind, token, state, email }: EmailLinkProps) {
  const t = useTranslations("account-page");
  if (state !== "good")
    return (
      <AuthShell title={t(`stale.${state}.title`)} lead={t(`stale.${state}.text`)}>
        <div className="bar">
          <NextAction kind={kind} />
        </div>
      </AuthShell>
    );
  const word = WORDS[kind];
  return (
    <AuthShell title={t(`${word}.title`)} lead={t.rich(`${word}.lead`, { email: () => <bdi>{email}</bdi> })}>
      <Words of={["form", "account-page"]}>
        <LinkForm kind={kind} token={token} />
      </Words>
    </AuthShell>
  );
}
