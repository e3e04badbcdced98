import { FormNotice } from "@/components/form/form-notice";
import type { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";

type DatedEventFormProps = {
  form: ReturnType<typeof useServerForm>;
  of: { id: string; version: number };
  choices: readonly { value: string; label: string; hint: string }[];
  /** The last day on which it can have happened. */
  today: string;
  back: string;
  words: Record<"event" | "on" | "reason" | "save" | "cancel" | "changedMeanwhile", string>;
};

/** What happened to a thing, on which day, and why: `event`, `on` and `reason`. */
export function DatedEventForm({ form, of, choices, today, back, words }: DatedEventFormProps) {
  return (
    <form key={form.key} {...form.props}>
      <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
      {form.state.status === "conflict" && (
        <p className="reason mt-3" role="alert">
          {words.changedMeanwhile}
        </p>
      )}
      <input type="hidden" name="id" value={of.id} />
      <input type="hidden" name="version" value={of.version} />
      <RadioChoice
        {...form.choice("event")}
        label={words.event}
        defaultValue={String(form.valueOf("event") ?? "")}
        choices={choices}
      />
      <TextInput {...form.field("on")} type="date" max={today} narrow label={words.on} />
      <TextArea {...form.field("reason")} label={words.reason} dir="auto" required />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{words.save}</SubmitButton>
        <LinkButton href={back}>{words.cancel}</LinkButton>
      </div>
    </form>
  );
}
