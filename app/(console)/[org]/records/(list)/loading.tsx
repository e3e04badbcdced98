import { Sheet } from "@/components/shell/sheet";
import { Loading } from "@/components/ui/states";

export default function RecordsLoading() {
  return (
    <Sheet>
      <Loading rows={12} columns={6} />
    </Sheet>
  );
}
