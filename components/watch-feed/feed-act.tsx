"use client";

import { CircleStop, EyeOff, RefreshCw, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitEntryDecision, submitFeedEnd, submitReading } from "@/lib/features/watch-feed/actions";

const ACTIONS = { read: submitReading, end: submitFeedEnd, decide: submitEntryDecision };
/** By name, since a page of the server hands over no component. */
const ICONS = { read: RefreshCw, end: CircleStop, aside: EyeOff, again: Undo2 };
const NOTHING_TYPED = z.object({});

type FeedActProps = {
  org: string;
  act: keyof typeof ACTIONS;
  /** Hidden fields that identify the feed or the entry, and what becomes of it. */
  about: Readonly<Record<string, string>>;
  icon: keyof typeof ICONS;
  children: ReactNode;
};

/** A button that does one thing, with or without JavaScript. */
export function FeedAct({ org, act, about, icon, children }: FeedActProps) {
  const form = useServerForm({ action: bindAction(ACTIONS[act], org), schema: NOTHING_TYPED });
  return (
    <form {...form.props} className="print:hidden">
      <FormNotice state={form.state} errors={form.errors} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton tone="bare" icon={ICONS[icon]} pending={form.pending}>
        {children}
      </SubmitButton>
    </form>
  );
}
