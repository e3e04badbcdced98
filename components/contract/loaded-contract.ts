import type { loadContract, loadContractVersion } from "@/lib/features/contract/loaders";

/** A contract as its page reads it. */
export type LoadedContract = Awaited<ReturnType<typeof loadContract>>;

/** What its sheet shows, of the contract as it stands or of one of its versions. */
export type ShownContract = Omit<Awaited<ReturnType<typeof loadContractVersion>>, "recorded" | "asked"> & {
  asked: string | null;
};
