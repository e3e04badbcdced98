import { Hourglass, PhoneCall } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { loadRecordInstructions } from "@/lib/features/instruction/loaders";
import { formatDay } from "@/lib/i18n/format";
import { InstructionStatusBadge } from "./instruction-status";
import { OutOfScope } from "./out-of-scope";

type RecordInstructionsProps = {
  org: string;
  controllerId: string;
  of: Awaited<ReturnType<typeof loadRecordInstructions>>;
};

export function RecordInstructions({ org, controllerId, of }: RecordInstructionsProps) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  return (
    <Part
      id="instructions"
      title={t("record.title")}
      article={t("article", { article: "28(3)(a)" })}
      note={<bdi>29</bdi>}
    >
      {of.outOfScope.length > 0 && (
        <OutOfScope org={org} controllerId={controllerId} {...of.waysOut} findings={of.outOfScope} />
      )}
      {of.contested.map((it) => (
        <p key={it.id} className="mt-3">
          <Status kind="warn" icon={Hourglass}>
            {t("record.awaiting")}
          </Status>{" "}
          {t.rich("record.awaitingText", { number: () => <InstructionLink org={org} it={it} /> })}
        </p>
      ))}
      {of.unwritten.map((it) => (
        <p key={it.id} className="mt-3">
          <Status kind="warn" icon={PhoneCall}>
            {t("statuses.unwritten")}
          </Status>{" "}
          {t.rich("record.unwritten", { number: () => <InstructionLink org={org} it={it} /> })}
        </p>
      ))}
      {of.unproven.map((it) => (
        <p key={it.id} className="mt-3">
          <InstructionStatusBadge status="unproven" />{" "}
          {t.rich("record.unproven", { number: () => <InstructionLink org={org} it={it} /> })}
        </p>
      ))}
      {of.inForce.length === 0 && <p className="muted mt-3">{t("record.none")}</p>}
      <ul>
        {of.inForce.map((it) => (
          <li key={it.id} className="border-b border-rule py-2">
            <InstructionLink org={org} it={it} />{" "}
            <span className="muted">{t("record.since", { day: formatDay(it.effectiveOn, locale) })}</span>
            <p dir="auto">{it.text}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function InstructionLink({ org, it: { id, number } }: { org: string; it: { id: string; number: string } }) {
  return (
    <Link href={`/${org}/instructions/${id}`} prefetch={false}>
      <bdi>{number}</bdi>
    </Link>
  );
}
