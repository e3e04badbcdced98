import Link from "next/link";
import { useTranslations } from "next-intl";
import { inactiveAmong, unlistedAmong } from "@/lib/domain/processing-record/sub-processors";
import type { Gap } from "@/lib/domain/processing-record/types";
import type { LoadedRecord } from "./loaded-record";
import { UseLink } from "./use-link";

type UseWaysProps = { gap: Gap; org: string; loaded: LoadedRecord };

/** Next step for each sub-processor of a finding under article 28(2). */
export function UseWays({ gap, org, loaded: { record, controller, subProcessors } }: UseWaysProps) {
  const named = record.content.subProcessors;
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
