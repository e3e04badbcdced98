import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { FlowTable } from "@/components/clauses/flow-table";
import { FlowState } from "@/components/clauses/flow-state";
import { Part } from "@/components/shell/sheet";
import { joinParts } from "@/lib/i18n/format";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

type FlowDownTableProps = {
  org: string;
  name: string;
  client: LoadedSubProcessor["clients"][number];
};

export function FlowDownTable({ org, name, client }: FlowDownTableProps) {
  const t = useTranslations("flow-down");
  const { contractId, reference, title, controllerName, lines } = client;
  const contract = (
    <Link href={`/${org}/contracts/${contractId}`} prefetch={false}>
      {joinParts([reference, title], useLocale(), " · ")}
    </Link>
  );
  return (
    <>
      <Part id={contractId} title={<bdi>{controllerName}</bdi>} aside={contract}>
        <p className="mt-3">
          <FlowState lines={lines} />
        </p>
      </Part>
      <FlowTable caption={controllerName} client={t("client")} below={t("with", { name })} lines={lines} />
    </>
  );
}
