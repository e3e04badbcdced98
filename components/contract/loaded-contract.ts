import type { loadContract, loadContractVersion } from "@/lib/features/contract/loaders";

export type LoadedContract = Awaited<ReturnType<typeof loadContract>>;

export type ShownContract = Omit<Awaited<ReturnType<typeof loadContractVersion>>, "recorded" | "asked"> & {
  asked: string | null;
};
