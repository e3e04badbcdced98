import type { loadSubProcessor, loadSubProcessorVersion } from "@/lib/features/sub-processor/loaders";

/** A sub-processor as its page reads it. */
export type LoadedSubProcessor = Awaited<ReturnType<typeof loadSubProcessor>>;

/** One version of it as it was written. */
export type LoadedVersion = Awaited<ReturnType<typeof loadSubProcessorVersion>>;

/** What its sheet shows, of the sub-processor as it stands or of one of its versions. */
export type ShownSubProcessor = Pick<
  LoadedSubProcessor,
  "subProcessor" | "gaps" | "clausesAsked" | "links" | "may"
>;
