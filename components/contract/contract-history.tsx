import { useTranslations } from "next-intl";
import { LifePart } from "@/components/shell/life-part";
import type { LoadedContract } from "./loaded-contract";

const KNOWN = ["created", "renamed", "saved", "amended", "instructors", "moved", "imported"];

type ContractHistoryProps = Pick<LoadedContract, "versions" | "facts"> & {
  /** Path of the contract. */
  at: string;
};

export function ContractHistory({ at, versions, facts }: ContractHistoryProps) {
  return (
    <LifePart
      noun="contract"
      facts={facts}
      versions={versions}
      isOpen={false}
      versionsHref={`${at}/versions`}
      changeOf={({ change }) => <VersionChange change={change} />}
    />
  );
}

export function VersionChange({ change }: { change: string }) {
  const t = useTranslations("contract.history.changes");
  return t(KNOWN.includes(change) ? change : "saved");
}
