"use client";

import { FilePlus, RefreshCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import {
  submitNoticeDraft,
  submitNoticeRefresh,
  submitNoticeWithdrawal,
} from "@/lib/features/breach-notice/actions";
import { noticeWithdrawSchema } from "@/lib/features/breach-notice/schema";

const NOTHING_TYPED = z.object({});

type DraftFormProps = {
  org: string;
  partId: string;
  /** The first notice, one after another, one that takes those before back, or either in the place of a draft. */
  act: "act" | "further" | "rectify" | "replace" | "replaceByRectifying";
};

/** Opens the next notice to one controller. */
export function DraftForm({ org, partId, act }: DraftFormProps) {
  const t = useTranslations("breach-notice");
  const form = useServerForm({
    action: bindAction(submitNoticeDraft, org),
    schema: NOTHING_TYPED,
    describeIssue: useNounIssues("breach-notice"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="partId" value={partId} />
      <SubmitButton icon={FilePlus} pending={form.pending}>
        {t(`draft.${act}`)}
      </SubmitButton>
    </form>
  );
}

type Versioned = { org: string; id: string; version: number };

/** Composes the draft anew from the file. */
export function RefreshForm({ org, id, version }: Versioned) {
  const t = useTranslations("breach-notice");
  const form = useServerForm({
    action: bindAction(submitNoticeRefresh, org),
    schema: NOTHING_TYPED,
    describeIssue: useNounIssues("breach-notice"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton tone="bare" icon={RefreshCw} pending={form.pending}>
        {t("refresh.act")}
      </SubmitButton>
    </form>
  );
}

const typedSchema = noticeWithdrawSchema.pick({ reason: true });

export function WithdrawForm({ org, id, version }: Versioned) {
  const t = useTranslations("breach-notice");
  const form = useServerForm({
    action: bindAction(submitNoticeWithdrawal, org),
    schema: typedSchema,
    labelOf: () => t("withdraw.reason"),
    describeIssue: useNounIssues("breach-notice"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextArea {...form.field("reason")} label={t("withdraw.reason")} rows={2} required />
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={Trash2} pending={form.pending}>
          {t("withdraw.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
