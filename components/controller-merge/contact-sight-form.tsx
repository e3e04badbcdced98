"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import type { ContactSight } from "@/lib/domain/controller/contact-sight";
import { submitContactSight } from "@/lib/features/controller-merge/actions";
import { contactSightSchema } from "@/lib/features/controller-merge/schema";

/** Ticks confirm controllers one by one; removing a tick revokes the confirmation. */
export function ContactSightForm({ org, id, of: { others } }: { org: string; id: string; of: ContactSight }) {
  const t = useTranslations("contact.sight");
  const form = useServerForm({
    action: bindAction(submitContactSight, org),
    schema: contactSightSchema,
    describeIssue: useNounIssues("contact"),
  });
  const confirmed = others.filter(({ isConfirmed }) => isConfirmed).map((other) => other.id);
  return (
    <form key={`${form.key} ${confirmed.join(" ")}`} {...form.props}>
      <FormNotice state={form.state} errors={form.errors} done={t("saved")} />
      <input type="hidden" name="id" value={id} />
      {confirmed.map((from) => (
        <input key={from} type="hidden" name="from" value={from} />
      ))}
      <div className="choices">
        {others.map(({ id: of, label, isConfirmed }) => (
          <Checkbox
            key={of}
            id={`sight-${of}`}
            name="confirmed"
            value={of}
            defaultChecked={isConfirmed}
            label={t("maySee", { name: label })}
          />
        ))}
      </div>
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("act")}</SubmitButton>
      </div>
    </form>
  );
}
