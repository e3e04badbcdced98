import type { useServerForm } from "@/components/form/use-server-form";

/** The form of a section, as its controls are handed it. */
export type SectionFormState = ReturnType<typeof useServerForm>;
