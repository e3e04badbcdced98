import Link from "next/link";
import { useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";

type ControllerFieldsProps = {
  org: string;
  noun: "campaign" | "consultation";
  controller: { id: string; name: string };
  instruction: { id: string; number: string } | null;
};

/** Names the controller that something is done for, and the instruction for it. */
export function ControllerFields({ org, noun, controller, instruction }: ControllerFieldsProps) {
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
      </RecordField>
    </>
  );
}
