"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { NOTIFICATION_DELIVERIES, type NotificationDelivery } from "@/lib/domain/notification/delivery";
import type { NotificationKind } from "@/lib/domain/notification/kinds";
import { submitDeliveries } from "@/lib/features/notification/actions";
import { deliveriesSchema } from "@/lib/features/notification/schema";

type DeliveriesFormProps = {
  org: string;
  kinds: readonly { kind: NotificationKind; delivery: NotificationDelivery }[];
  /** Address to which letters go. */
  address: string;
};

/** Chooses how one learns of each kind, for oneself alone. */
export function DeliveriesForm({ org, kinds, address }: DeliveriesFormProps) {
  const t = useTranslations("notification");
  const form = useServerForm({
    action: bindAction(submitDeliveries, org),
    schema: deliveriesSchema,
    initial: { deliveries: Object.fromEntries(kinds.map(({ kind, delivery }) => [kind, delivery])) },
    labelOf: (path) => kindOf(path) && t(`kinds.${kindOf(path)}` as "kinds.breach"),
    describeIssue: useNounIssues("notification"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <p className="pb-3">{t("choice.hint", { address })}</p>
      {kinds.map(({ kind }) => (
        <Select
          key={kind}
          {...form.field(`deliveries.${kind}`)}
          label={t(`kinds.${kind}`)}
          options={NOTIFICATION_DELIVERIES.map((value) => ({ value, label: t(`deliveries.${value}`) }))}
        />
      ))}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("acts.choose")}</SubmitButton>
      </div>
    </form>
  );
}

const kindOf = (path: string) => /^deliveries\.(.+)$/.exec(path)?.[1];
