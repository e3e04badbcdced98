import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";

type FollowUpLinksProps = {
  org: string;
  controllerId: string;
  contracts: readonly { id: string; reference: string }[];
  may: { instruct: boolean; amend: boolean };
  /** The entry that could be ended; absent where several are concerned. */
  record?: string;
};

/** Ways out: an instruction, an amendment or a first contract, an end. */
export function FollowUpLinks({ org, controllerId, contracts, may, record }: FollowUpLinksProps) {
  const t = useTranslations("instruction.scope");
  return (
    <p className="flex flex-wrap gap-x-2 print:hidden">
      {may.instruct && (
        <LinkButton tone="bare" href={`/${org}/instructions/new?controller=${controllerId}`}>
          {t("ask")}
        </LinkButton>
      )}
      {may.amend &&
        contracts.map(({ id, reference }) => (
          <LinkButton key={id} tone="bare" href={`/${org}/contracts/${id}/amendments/new`}>
            {t("amend")} <bdi>{reference}</bdi>
          </LinkButton>
        ))}
      {may.amend && contracts.length === 0 && (
        <LinkButton tone="bare" href={`/${org}/contracts/new?controller=${controllerId}`}>
          {t("make")}
        </LinkButton>
      )}
      {record && (
        <LinkButton tone="bare" href={`/${org}/records/${record}/state`}>
          {t("stop")}
        </LinkButton>
      )}
    </p>
  );
}
