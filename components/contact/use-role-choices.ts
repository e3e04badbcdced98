"use client";

import { useTranslations } from "next-intl";
import { CONTACT_ROLES } from "@/lib/domain/access/actor";

export function useRoleChoices() {
  const t = useTranslations("contact");
  return CONTACT_ROLES.map((role) => ({
    value: role,
    label: t(`roles.${role}.name`),
    hint: t(`roles.${role}.says`),
  }));
}
