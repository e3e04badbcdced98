import { Stamp } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type SealProps = {
  /** Example: "Autorisée par Claire Vasseur, directrice de la relation client". */
  title: string;
  /** Instant with offset and version of the text. */
  when: string;
  hash: string;
  /** Journal number and verification link. */
  children?: ReactNode;
};

/** Left-to-right in every language, as hashes are. */
export function Seal({ title, when, hash, children }: SealProps) {
  return (
    <div className="seal">
      <Icon of={Stamp} />
      <span>
        <b>{title}</b>
        <span>
          {when} · <Hash value={hash} />
        </span>
        {children && <span>{children}</span>}
      </span>
    </div>
  );
}

/** Example: "9f3c41d0…" → "9f3c 41d0 … b27e", the whole in its title; short hashes are unchanged. */
export function Hash({ value }: { value: string }) {
  const short = value.length > 16 ? `${value.slice(0, 4)} ${value.slice(4, 8)} … ${value.slice(-4)}` : value;
  return (
    <span className="hash" title={value}>
      {short}
    </span>
  );
}
