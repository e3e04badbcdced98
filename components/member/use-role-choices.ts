"use client";

import { useTranslations } from "next-intl";
import { ROLES } from "@/lib/domain/access/actor";

export function useRoleChoices() {
  const t = useTranslations("member");
  return ROLES.map((role) => ({
    value: role,
    label: t(`roles.${role}.name`),
    hint: t(`roles.${role}.says`),
  }));
}
