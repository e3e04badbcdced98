"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { MINOR_CALL_OUTCOMES } from "@/lib/domain/minor/call";
import { submitMinorCall } from "@/lib/features/minor/actions";
import { minorCallSchema } from "@/lib/features/minor/schema";

/** Each button is one note: nothing is typed. */
export function NoteForm({ org }: { org: string }) {
  const t = useTranslations("minor");
  const form = useServerForm({ action: bindAction(submitMinorCall, org), schema: minorCallSchema });
  return (
    <form {...form.props} key={form.key} className="mt-3 print:hidden">
      <FormNotice {...form.notice} />
      <div className="bar">
        {MINOR_CALL_OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            type="submit"
            name="outcome"
            value={outcome}
            tone={outcome === "ended" ? "go" : undefined}
            disabled={form.pending}
          >
            {t(`acts.${outcome}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}
