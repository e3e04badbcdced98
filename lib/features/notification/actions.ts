"use server";

import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { allReadSchema, deliveriesSchema, notificationReadSchema } from "./schema";
import { chooseDeliveries } from "@/lib/features/notification/write/deliveries";
import { readAllNotifications, readNotification } from "@/lib/features/notification/write/mutations";

function openNotifications(_: null, org: string): never {
  redirect(`/${org}/notifications`);
}

export const submitNotificationRead = staffAction({
  schema: notificationReadSchema,
  verb: readNotification,
  then: openNotifications,
});

export const submitAllRead = staffAction({
  schema: allReadSchema,
  verb: readAllNotifications,
  then: openNotifications,
});

export const submitDeliveries = staffAction({
  schema: deliveriesSchema,
  verb: chooseDeliveries,
  then: openNotifications,
});
