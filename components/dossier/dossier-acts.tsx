"use client";

import { Ban, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { restartDossier, stopDossier } from "@/lib/features/dossier/actions";
import { dossierIdSchema } from "@/lib/features/dossier/schema";

type ActProps = { org: string; id: string };

export function CancelDossier({ org, id }: ActProps) {
  const t = useTranslations("dossier");
  const form = useServerForm({
    action: bindAction(stopDossier, org),
    schema: dossierIdSchema,
    say: useNounIssues("dossier"),
  });
  return (
    <form {...form.props} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton tone={undefined} icon={Ban} pending={form.pending}>
        {t("cancel")}
      </SubmitButton>
    </form>
  );
}

export function RetryDossier({ org, id }: ActProps) {
  const t = useTranslations("dossier");
  const form = useServerForm({
    action: bindAction(restartDossier, org),
    schema: dossierIdSchema,
    say: useNounIssues("dossier"),
  });
  return (
    <form {...form.props} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton icon={RotateCcw} pending={form.pending}>
        {t("retry")}
      </SubmitButton>
    </form>
  );
}
