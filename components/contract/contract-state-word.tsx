import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";

/** State of a contract; an expired one is marked late, since nothing is in force by it. */
export function ContractStateWord({ state }: { state: string }) {
  const t = useTranslations("contract.states");
  return state === "expired" ? <Status kind="late">{t(state)}</Status> : t(state);
}
