import { Sheet } from "@/components/shell/sheet";
import { Loading } from "@/components/ui/states";

export default function RecordLoading() {
  return (
    <Sheet>
      <Loading rows={8} columns={3} />
    </Sheet>
  );
}
