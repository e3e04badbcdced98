import { IncidentSheet } from "@/components/shell/incident-sheet";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("ui", "forbiddenTitle");

export default function Forbidden() {
  return <IncidentSheet of="forbidden" />;
}
