"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { beginAuthenticator, confirmAuthenticator } from "@/lib/features/second-factor/actions";
import type { loadAuthenticator } from "@/lib/features/second-factor/loaders";
import { codeSchema, passwordSchema } from "@/lib/features/second-factor/schema";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-field";
import { QrSquare } from "./qr-square";
import { RecoveryCodes } from "./recovery-codes";
import { useFactorIssues } from "./use-factor-issues";

type Authenticator = Awaited<ReturnType<typeof loadAuthenticator>>;

const OVERVIEW = "/account/second-factor";

/**
 * Combines all three steps, so that the answer to the first code shows the recovery codes, also without
 * JavaScript.
 */
export function AuthenticatorSetup({ pending, isConfirmed, next, asksPassword }: Authenticator) {
  const t = useTranslations("security");
  const label = (path: string) => (path === "code" ? t("setup.code") : undefined);
  const form = useServerForm({
    action: confirmAuthenticator,
    schema: codeSchema,
    labelOf: label,
    describeIssue: useFactorIssues(),
  });
  const { state } = form;
  if (state.status === "done") {
    if (state.once?.length) return <RecoveryCodes codes={state.once} next={next ?? OVERVIEW} />;
    return <AlreadyEnabled next={next} />;
  }
  if (pending) return <ConfirmKey pending={pending} next={next} form={form} />;
  return isConfirmed ? <AlreadyEnabled next={next} /> : <BeginForm next={next} asksPassword={asksPassword} />;
}

function BeginForm({ next, asksPassword }: Pick<Authenticator, "next" | "asksPassword">) {
  const t = useTranslations("security");
  const form = useServerForm({
    action: beginAuthenticator,
    schema: passwordSchema,
    labelOf: (path) => (path === "password" ? t("password") : undefined),
    describeIssue: useFactorIssues(),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <p className="prose-line mt-3">{t("setup.before")}</p>
      {next && <input type="hidden" name="next" value={next} />}
      {asksPassword && <PasswordField form={form} />}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("setup.begin")}</SubmitButton>
        <LinkButton href={OVERVIEW}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

type ConfirmKeyProps = {
  pending: NonNullable<Authenticator["pending"]>;
  next: string | null;
  form: ReturnType<typeof useServerForm>;
};

function ConfirmKey({ pending, next, form }: ConfirmKeyProps) {
  const t = useTranslations("security.setup");
  const words = useTranslations("security");
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <div className="scan">
        <QrSquare square={pending.square} label={t("square")} />
        <div>
          <p className="prose-line">{t("scan")}</p>
          <p className="mt-3">
            <a href={pending.address}>{t("here")}</a>
          </p>
          <p className="muted mt-3">{t("byHand")}</p>
          <p className="key">
            <bdi>{pending.groups}</bdi>
          </p>
          <p className="muted small">{t("settings")}</p>
        </div>
      </div>
      {next && <input type="hidden" name="next" value={next} />}
      <CodeField form={form} label={t("code")} hint={t("codeHint")} />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("confirm")}</SubmitButton>
        <LinkButton href={OVERVIEW}>{words("cancel")}</LinkButton>
      </div>
    </form>
  );
}

function AlreadyEnabled({ next }: { next: string | null }) {
  const t = useTranslations("security");
  return (
    <div role="status">
      <p className="prose-line mt-3">{t("setup.on")}</p>
      <div className="form-end">
        <LinkButton tone="go" href={next ?? OVERVIEW}>
          {t("setup.goOn")}
        </LinkButton>
      </div>
    </div>
  );
}
