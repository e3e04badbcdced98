import type { useServerForm } from "@/components/form/use-server-form";

export type SectionFormState = ReturnType<typeof useServerForm>;
