import { CircleAlert } from "lucide-react";
import type { ComponentProps } from "react";
import { Icon } from "./icon";

/** Says at once why something was refused. */
export function ErrorBox({ title, children, ...rest }: ComponentProps<"div"> & { title: string }) {
  return (
    <div className="errors" role="alert" {...rest}>
      <h3>
        <Icon of={CircleAlert} small />
        {title}
      </h3>
      {children}
    </div>
  );
}
