"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { sendDrafts } from "@/lib/features/authorisation/actions";
import type { loadDrafts } from "@/lib/features/authorisation/loaders";
import { requestsSendSchema } from "@/lib/features/authorisation/schema";

type DraftsFormProps = { org: string; of: Awaited<ReturnType<typeof loadDrafts>> };

/** Sends the ticked drafts together, each with its own letter. */
export function DraftsForm({ org, of }: DraftsFormProps) {
  const t = useTranslations("authorisation");
  const form = useServerForm({
    action: bindAction(sendDrafts, org),
    schema: requestsSendSchema,
    labelOf: (path) => (path === "requests" ? t("drafts.requests") : undefined),
    describeIssue: useNounIssues("authorisation", "authorisation.refusals"),
  });
  const { name, error } = form.choice("requests");
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <FieldGroup id="requests" label={t("drafts.requests")} hint={t("drafts.hint")} error={error}>
        {of.drafts.map((draft) => (
          <div key={draft.id} className="border-b border-rule py-2">
            <Checkbox
              name={name}
              id={`request-${draft.id}`}
              value={`${draft.id} ${draft.version}`}
              defaultChecked={draft.isChosen}
              label={
                <>
                  <bdi>{draft.reference}</bdi> · <bdi>{draft.controller}</bdi> ·{" "}
                  <bdi>{draft.subProcessor}</bdi>
                </>
              }
              hint={[
                t(`regimes.${draft.regime}`),
                draft.days === null ? t("noDays") : t("days", { days: draft.days }),
                draft.hindrance
                  ? t(`refusals.${draft.hindrance}`, { reference: draft.reference })
                  : draft.recipient || t("new.noAddress"),
              ].join(" · ")}
            />
            <Link href={`/${org}/authorisations/${draft.id}`} prefetch={false}>
              {t("drafts.read", { reference: draft.reference })}
            </Link>
          </div>
        ))}
      </FieldGroup>
      {of.maySend && (
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("drafts.act")}</SubmitButton>
        </div>
      )}
    </form>
  );
}
