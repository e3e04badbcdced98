import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";

/** Where a contract stands: one that expired looks like what it is, for nothing is in force by it. */
export function ContractStateWord({ state }: { state: string }) {
  const t = useTranslations("contract.states");
  return state === "expired" ? <Status kind="late">{t(state)}</Status> : t(state);
}
