"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line, Part } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { mergeClients } from "@/lib/features/controller-merge/actions";
import type { MergePreview } from "@/lib/features/controller-merge/loaders";
import { controllerMergeSchema } from "@/lib/features/controller-merge/schema";
import { FieldChoices } from "./field-choices";

type MergeFormProps = { org: string; of: MergePreview };

export function MergeForm({ org, of }: MergeFormProps) {
  const t = useTranslations("controller.merge");
  const form = useServerForm({
    action: bindAction(mergeClients, org),
    schema: controllerMergeSchema,
    labelOf: (path) => (path === "contacts" ? t("contacts") : undefined),
    describeIssue: useNounIssues("controller"),
  });
  return (
    <form key={form.key} {...form.props}>
      <Line>
        <FormNotice {...form.notice} />
      </Line>
      <input type="hidden" name="id" value={of.from.id} />
      <input type="hidden" name="intoId" value={of.into.id} />
      <input type="hidden" name="stamp" value={of.stamp} />
      {of.fields.length > 0 && (
        <Part title={t("fields")}>
          <FieldChoices of={of} valueOf={form.valueOf} />
        </Part>
      )}
      {of.contacts.length > 0 && <Contacts of={of} error={form.choice("contacts").error} />}
      <Line>
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("act")}</SubmitButton>
          <LinkButton href={`/${org}/controllers/${of.from.id}`}>{t("cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}

/** Each person's access is granted separately and defaults to none. */
function Contacts({ of, error }: { of: MergePreview; error?: string }) {
  const t = useTranslations("controller.merge");
  const cited = useTranslations("ui");
  const roles = useTranslations("contact.roles");
  return (
    <Part title={t("contacts")} article={cited("article", { article: "28(3)(h)" })}>
      <p className="muted mt-3">{t("contactsText", { from: of.from.legalName, into: of.into.legalName })}</p>
      {error && <p className="reason">{error}</p>}
      <div className="choices">
        {of.contacts.map(({ id, name, email, role, isOfRemaining }) => (
          <Checkbox
            key={id}
            id={`contact-${id}`}
            name="contacts"
            value={id}
            label={
              <>
                {name} <bdi className="muted wrap-anywhere">{email}</bdi>
              </>
            }
            hint={t("contactOf", {
              role: roles(`${role as "reader" | "signatory"}.name`),
              name: isOfRemaining ? of.into.legalName : of.from.legalName,
            })}
          />
        ))}
      </div>
    </Part>
  );
}
