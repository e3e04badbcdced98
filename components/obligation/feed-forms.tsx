"use client";

import { CalendarSync, Copy, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState, useRef, useState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { Button, SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IDLE } from "@/lib/forms/form-state";
import { type FeedState, submitFeed, submitFeedRevocation } from "@/lib/features/obligation/actions";

type FeedView = { id: string; name: string };
type FeedFormProps = { org: string; hasFeed: boolean; views: readonly FeedView[] };

/** Makes an address, or another in its place; the new one is shown in this answer alone, until it is revoked. */
export function FeedForm({ org, hasFeed, views }: FeedFormProps) {
  const t = useTranslations("obligation.feed");
  const [state, action, pending] = useActionState<FeedState, FormData>(bindAction(submitFeed, org), IDLE);
  if (hasFeed && state.address)
    return (
      <>
        <p role="status">{t("shown")}</p>
        <ShownAddress id="calendar-address" label={t("address")} address={state.address} />
        <ViewAddresses views={views} before={state.address} />
      </>
    );
  return (
    <form action={action}>
      <FormNotice state={state} errors={[]} />
      {hasFeed && <p className="muted prose-line">{t("renewHint")}</p>}
      <SubmitButton icon={CalendarSync} pending={pending}>
        {hasFeed ? t("renew") : t("create")}
      </SubmitButton>
    </form>
  );
}

export function FeedRevocation({ org }: { org: string }) {
  const t = useTranslations("obligation.feed");
  const [state, action, pending] = useActionState(bindAction(submitFeedRevocation, org), IDLE);
  return (
    <form action={action}>
      <FormNotice state={state} errors={[]} />
      <p className="muted prose-line">{t("revokeHint")}</p>
      <SubmitButton tone="irreversible" icon={Unlink} pending={pending}>
        {t("revoke")}
      </SubmitButton>
    </form>
  );
}

/** Addresses of saved views: whole while the secret is shown, else their endings alone. */
export function ViewAddresses({ views, before }: { views: readonly FeedView[]; before: string }) {
  const t = useTranslations("obligation.feed");
  return views.flatMap(({ id, name }) => [
    <ShownAddress
      key={`${id} calendar`}
      id={`calendar-${id}`}
      label={t("asCalendar", { name })}
      hint={before ? undefined : t("suffix")}
      address={`${before}?view=${id}`}
    />,
    <ShownAddress
      key={`${id} table`}
      id={`table-${id}`}
      label={t("asTable", { name })}
      hint={before ? undefined : t("suffix")}
      address={`${before}?view=${id}&as=csv`}
    />,
  ]);
}

type ShownAddressProps = { id: string; label: string; hint?: string; address: string };

/** Selectable by one press, because plain HTTP blocks the clipboard. */
function ShownAddress({ id, label, hint, address }: ShownAddressProps) {
  const t = useTranslations("obligation.feed");
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        ref={input}
        className="inp w-full"
        dir="ltr"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="form-end">
        <Button icon={Copy} onClick={() => void copy()}>
          {t("copy")}
        </Button>
        {isCopied && <span role="status">{t("copied")}</span>}
      </div>
    </Field>
  );
}
