import { useTranslations } from "next-intl";
import { LifePart } from "@/components/shell/life-part";
import type { LoadedContract } from "./loaded-contract";

const KNOWN = ["created", "renamed", "saved", "amended", "instructors", "moved", "imported"];

type ContractHistoryProps = Pick<LoadedContract, "versions" | "facts"> & {
  /** The address of the contract. */
  at: string;
};

/** The dated facts of its life, then every version, newest first. */
export function ContractHistory({ at, versions, facts }: ContractHistoryProps) {
  return (
    <LifePart
      noun="contract"
      facts={facts}
      versions={versions}
      versionsHref={`${at}/versions`}
      changeOf={({ change }) => <VersionChange change={change} />}
    />
  );
}

/** What made a version, in words. */
export function VersionChange({ change }: { change: string }) {
  const t = useTranslations("contract.history.changes");
  return t(KNOWN.includes(change) ? change : "saved");
}
