import type { ReactNode } from "react";
import { Fold } from "@/components/ui/fold";

type FoldedRowsProps = {
  title: string;
  count: number;
  isOpen: boolean;
  /** A table across the margin, below the section that it belongs to. */
  children: ReactNode;
};

export function FoldedRows({ title, count, isOpen, children }: FoldedRowsProps) {
  return (
    <div className="fold-rows">
      <Fold heading="h3" title={title} aside={<span className="count">{count}</span>} isOpen={isOpen}>
        {children}
      </Fold>
    </div>
  );
}
