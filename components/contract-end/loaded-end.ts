import type { loadBeginning, loadEnd, loadEndLine } from "@/lib/features/contract-end/loaders";

export type LoadedEnd = Awaited<ReturnType<typeof loadEnd>>;
export type LoadedEndLine = Awaited<ReturnType<typeof loadEndLine>>;
export type LoadedBeginning = Awaited<ReturnType<typeof loadBeginning>>;
export type Line = LoadedEnd["lines"][number];
