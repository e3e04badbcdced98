import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { ROLES, type Role } from "@/lib/domain/access/actor";

type RightsTableProps = { rights: readonly { act: string; may: Record<Role, boolean> }[] };

export function RightsTable({ rights }: RightsTableProps) {
  const t = useTranslations("member");
  return (
    <table className="rights">
      <caption className="sr">{t("rights.title")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{t("rights.act")}</span>
          </th>
          {ROLES.map((role) => (
            <th key={role} scope="col">
              {t(`roles.${role}.name`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rights.map(({ act, may }) => (
          <tr key={act}>
            <th scope="row">{t(`rights.acts.${act.replace(".", "_")}`)}</th>
            {ROLES.map((role) => (
              <td key={role}>
                {may[role] ? <AllowedMark word={t("rights.yes")} /> : <DeniedMark word={t("rights.no")} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AllowedMark({ word }: { word: string }) {
  return (
    <>
      <Icon of={Check} small />
      <span className="sr">{word}</span>
    </>
  );
}

function DeniedMark({ word }: { word: string }) {
  return (
    <>
      <span aria-hidden="true" className="faint">
        –
      </span>
      <span className="sr">{word}</span>
    </>
  );
}
