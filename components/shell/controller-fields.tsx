import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { ExecutionRefusal } from "@/lib/domain/instruction/naming";
import { formatList } from "@/lib/i18n/format";

type ControllerFieldsProps = {
  org: string;
  noun: "campaign" | "consultation";
  controller: { id: string; name: string };
  instruction: { id: string; number: string } | null;
  /** Written reason for which it is executed all the same; "" where it needs none. */
  instructionReason: string;
  /** Refusals that the reason sets aside today. */
  setAside?: readonly ExecutionRefusal[];
  /** Refusals today that no reason sets aside, where links may still be used. */
  refusals?: readonly ExecutionRefusal[];
};

/** Names the controller that something is done for, and the instruction for it. */
export function ControllerFields({
  org,
  noun,
  controller,
  instruction,
  instructionReason,
  setAside = [],
  refusals = [],
}: ControllerFieldsProps) {
  const t = useTranslations(noun);
  return (
    <>
      <RecordField label={t("fields.controllerId")}>
        <Link href={`/${org}/controllers/${controller.id}`} prefetch={false}>
          <bdi>{controller.name}</bdi>
        </Link>
      </RecordField>
      <RecordField label={t("fields.instructionId")}>
        {instruction ? (
          <Link href={`/${org}/instructions/${instruction.id}`} prefetch={false}>
            <bdi>{instruction.number}</bdi>
          </Link>
        ) : (
          <span className="faint">{t("notStated")}</span>
        )}
        {refusals.length > 0 && (
          <Status kind="late">
            <Refusals of="refused" refusals={refusals} />
          </Status>
        )}
      </RecordField>
      {instructionReason !== "" && (
        <RecordField label={t("fields.instructionReason")}>
          <bdi dir="auto">{instructionReason}</bdi>
          {setAside.length > 0 && (
            <span className="block muted">
              <Refusals of="setAside" refusals={setAside} />
            </span>
          )}
        </RecordField>
      )}
    </>
  );
}

function Refusals({ of, refusals }: { of: "refused" | "setAside"; refusals: readonly ExecutionRefusal[] }) {
  const t = useTranslations("form.instructions");
  const locale = useLocale();
  const words = refusals.map((refusal) => t(`reasons.${refusal}`));
  return t(of, { list: formatList(words, locale) });
}
