/** Returned messages as several servers write them, for one letter: what only tests read. */
type ReportedLetter = { envelopeId?: string; messageId: string; to?: string; action?: string };

const lines = (...stated: readonly (string | undefined)[]) =>
  stated.filter((line) => line !== undefined).join("\r\n");

/** Postfix: a report with the envelope's id where the letter came with one. */
export function postfixReport({
  envelopeId,
  messageId,
  to = "helene@orvelle.example",
  action = "failed",
}: ReportedLetter) {
  const isGood = action !== "failed";
  return lines(
    "Return-Path: <>",
    "From: MAILER-DAEMON@mx.orvelle.example (Mail Delivery System)",
    `Subject: ${isGood ? "Successful Mail Delivery Report" : "Undelivered Mail Returned to Sender"}`,
    "To: retours@centre.example",
    "Date: Mon, 2 Nov 2026 10:00:05 +0100",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="4F1.1/mx"',
    "Message-Id: <20261102.4F1@mx.orvelle.example>",
    "",
    "--4F1.1/mx",
    "Content-Description: Notification",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "This is the mail system at host mx.orvelle.example.",
    "",
    "--4F1.1/mx",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.orvelle.example",
    envelopeId === undefined ? undefined : `Original-Envelope-Id: ${envelopeId}`,
    "X-Postfix-Queue-ID: 4F1",
    "Arrival-Date: Mon,  2 Nov 2026 10:00:02 +0100 (CET)",
    "",
    `Final-Recipient: rfc822; ${to}`,
    `Original-Recipient: rfc822;${to}`,
    `Action: ${action}`,
    `Status: ${isGood ? "2.0.0" : "5.1.1"}`,
    isGood
      ? "Diagnostic-Code: X-Postfix; delivered to mailbox"
      : "Diagnostic-Code: smtp; 550 5.1.1\r\n    User unknown in local recipient table",
    "Last-Attempt-Date: Mon, 2 Nov 2026 10:00:04 +0100",
    "",
    "--4F1.1/mx",
    "Content-Description: Undelivered Message Headers",
    "Content-Type: text/rfc822-headers",
    "",
    "Subject: Autorisation",
    `Message-ID: ${messageId}`,
    "",
    "--4F1.1/mx--",
    "",
  );
}

/** Exchange: no envelope's id, the whole message returned, a status without a date. */
export function exchangeReport({ messageId, to = "helene@orvelle.example" }: ReportedLetter) {
  return lines(
    "From: postmaster@orvelle.example",
    "To: retours@centre.example",
    "Date: Mon, 2 Nov 2026 09:00:05 +0000",
    "Content-Type: multipart/report; report-type=delivery-status;",
    '\tboundary="c4299a6b-cb77"',
    "MIME-Version: 1.0",
    "Subject: Undeliverable: Autorisation",
    "In-Reply-To: <other@amana.example>",
    "",
    "--c4299a6b-cb77",
    "Content-Type: text/html; charset=us-ascii",
    "",
    "<html><body><p>Delivery has failed to these recipients</p></body></html>",
    "",
    "--c4299a6b-cb77",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;AM0PR.eurprd.example",
    "Received-From-MTA: dns;relais.centre.example",
    "",
    `Final-Recipient: rfc822;${to}`,
    "Action: failed",
    "Status: 5.1.10",
    "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound",
    "",
    "--c4299a6b-cb77",
    "Content-Type: message/rfc822",
    "",
    "From: dpo@centre.example",
    "Subject: Autorisation",
    `Message-ID:\r\n ${messageId}`,
    "Content-Type: text/plain",
    "",
    "Bonjour",
    "",
    "--c4299a6b-cb77--",
    "",
  );
}

/** Gmail: the envelope's id is lost, the report quotes the headers. */
export function gmailReport({ messageId, to = "helene@orvelle.example" }: ReportedLetter) {
  return lines(
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    `X-Failed-Recipients: ${to}`,
    "Auto-Submitted: auto-replied",
    "To: retours@centre.example",
    "Subject: Delivery Status Notification (Failure)",
    'Content-Type: multipart/report; boundary="0000ab"; report-type=delivery-status',
    "",
    "--0000ab",
    'Content-Type: multipart/related; boundary="0000cd"',
    "",
    "--0000cd",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    "** Address not found **",
    "",
    "--0000cd--",
    "--0000ab",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; googlemail.com",
    "Arrival-Date: Mon, 02 Nov 2026 01:00:00 -0800 (PST)",
    `X-Original-Message-ID: ${messageId}`,
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.",
    "Last-Attempt-Date: Mon, 02 Nov 2026 01:00:01 -0800 (PST)",
    "",
    "--0000ab",
    "Content-Type: message/rfc822",
    "",
    `Message-ID: ${messageId}`,
    "Subject: Autorisation",
    "",
    "--0000ab--",
    "",
  );
}

/** Exim, as it is set up by default: no machine's part, the original as text. */
export function eximBounce({ messageId, to = "helene@orvelle.example" }: ReportedLetter) {
  return lines(
    `X-Failed-Recipients: ${to}`,
    "Auto-Submitted: auto-replied",
    "From: Mail Delivery System <Mailer-Daemon@mx.orvelle.example>",
    "To: retours@centre.example",
    "Subject: Mail delivery failed: returning message to sender",
    "Date: Mon, 02 Nov 2026 10:00:05 +0100",
    "",
    "A message that you sent could not be delivered.",
    "",
    `  ${to}`,
    "    Unrouteable address",
    "",
    "------ This is a copy of the message, including all the headers. ------",
    "",
    "From: dpo@centre.example",
    `Message-ID: ${messageId}`,
    "Subject: Autorisation",
    "",
    "Bonjour",
    "",
  );
}

/** Automatic absence reply that quotes the letter. */
export function holidayNotice({ messageId, envelopeId = "" }: ReportedLetter) {
  return lines(
    "From: Helene <helene@orvelle.example>",
    "To: retours@centre.example",
    "Subject: Absente",
    "Content-Type: text/plain",
    "",
    "Reporting-MTA: dns; mx.orvelle.example",
    `Original-Envelope-Id: ${envelopeId}`,
    "",
    "Final-Recipient: rfc822; helene@orvelle.example",
    "Action: delivered",
    "",
    `> Message-ID: ${messageId}`,
    "",
  );
}
