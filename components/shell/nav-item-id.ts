import type { AnyNoun } from "@/lib/domain/nouns/nouns";

type NounWithNav = Extract<AnyNoun, { navigation: unknown }>;
/** Tabs of the rail's rooms, as manifests of nouns name them, and the page of the day. */
export type NavItemId = NounWithNav["navigation"][number]["id"] | "today";
