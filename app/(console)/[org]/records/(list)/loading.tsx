import { Sheet } from "@/components/shell/sheet";
import { Loading } from "@/components/ui/states";

/** The list alone: what waits behind it is revealed by script, and forms must work without. */
export default function RecordsLoading() {
  return (
    <Sheet>
      <Loading rows={12} columns={6} />
    </Sheet>
  );
}
