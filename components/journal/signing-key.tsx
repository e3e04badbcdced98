"use client";

import { ChevronDown, KeyRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { renewKey } from "@/lib/features/journal/actions";
import { keyRenewSchema } from "@/lib/features/journal/schema";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export function SigningKey({ org, began }: { org: string; began: number }) {
  const t = useTranslations("journal-key");
  const locale: Locale = useLocale();
  const form = useServerForm({
    action: bindAction(renewKey, org),
    schema: keyRenewSchema,
    describeIssue: useNounIssues("journal", "journal-key.issues"),
  });
  return (
    <details className="mt-3 print:hidden">
      <summary className="muted">
        {t("title")} <Icon of={ChevronDown} small />
      </summary>
      <form {...form.props}>
        <FormNotice state={form.state} errors={form.errors} />
        <p className="prose-line">
          {t("began", { when: formatInstant(began, "Africa/Casablanca", locale, { long: true }) })}
        </p>
        <p className="prose-line">{t("effect")}</p>
        <p className="prose-line">
          {t("factor")}{" "}
          <Link href={`/account/second-factor?next=${encodeURIComponent(`/${org}/journal`)}`}>
            {t("give")}
          </Link>
        </p>
        <div className="form-end">
          <SubmitButton icon={KeyRound} pending={form.pending}>
            {t("renew")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
