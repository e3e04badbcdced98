import type { loadSubProcessor, loadSubProcessorVersion } from "@/lib/features/sub-processor/loaders";

export type LoadedSubProcessor = Awaited<ReturnType<typeof loadSubProcessor>>;

export type LoadedVersion = Awaited<ReturnType<typeof loadSubProcessorVersion>>;

export type ShownSubProcessor = Pick<
  LoadedSubProcessor,
  "subProcessor" | "gaps" | "clausesAsked" | "links" | "may"
>;
