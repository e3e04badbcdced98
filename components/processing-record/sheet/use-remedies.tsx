import Link from "next/link";
import { useTranslations } from "next-intl";
import { inactiveAmong, unlistedAmong } from "@/lib/domain/processing-record/sub-processors";
import { procedureOf } from "@/lib/domain/processing-record/young";
import type { Gap } from "@/lib/domain/processing-record/types";
import type { LoadedRecord } from "./loaded-record";
import { UseLink } from "./use-link";

type UseRemediesProps = { gap: Gap; org: string; loaded: LoadedRecord };

/** Next step for each sub-processor of a finding under article 28(2), and for the procedure of one under article 8. */
export function UseRemedies({
  gap,
  org,
  loaded: { record, controller, organisation, subProcessors },
}: UseRemediesProps) {
  const named = record.content.subProcessors;
  const procedure = procedureOf(record.content, organisation.procedures);
  if (gap.code === "MINORS-8") return <ProcedureLink org={org} id={procedure?.id ?? null} />;
  const ways = {
    "SUB-28-2.unlisted": unlistedAmong(named, subProcessors).map(({ name }) => (
      <ListLink key={name} org={org} name={name} />
    )),
    "SUB-28-2.inactive": inactiveAmong(named, subProcessors).map((status) => (
      <UseLink key={status.id} org={org} controllerId={controller.id} status={status} />
    )),
  }[gap.rule];
  return ways && <span className="flex flex-col items-start gap-1 pt-1 [&_a]:whitespace-normal">{ways}</span>;
}

function ListLink({ org, name }: { org: string; name: string }) {
  const t = useTranslations("record.form.listed");
  return (
    <Link href={`/${org}/sub-processors/new?${new URLSearchParams({ name })}`} prefetch={false}>
      {t.rich("list", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
    </Link>
  );
}

function ProcedureLink({ org, id }: { org: string; id: string | null }) {
  const t = useTranslations("record.young");
  return (
    <span className="block pt-1">
      <Link href={`/${org}/dpo/procedures/${id ?? "new"}`} prefetch={false}>
        {t(id === null ? "write" : "openProcedure")}
      </Link>
    </span>
  );
}
