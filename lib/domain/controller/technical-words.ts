/** Acronyms of machines and files, which name nobody. */
const TECHNICAL = new Set(
  (
    "api arp aws bdd cdr cpu crm csv dhcp dlp dns edr erp ftp gps gsm html http https iban imap ip iso it ivr json lan ldap " +
    "mfa nas nfc ntp ocr os otp pabx pbx pc pdf php pin pme pop raid ram rdp rib rsa sas sftp sip sms smtp soc sql ssd ssh " +
    "ssl sso svi tcp tls url usb utc vip vlan voip vpn wan wifi xls xlsx xml zip"
  ).split(" "),
);

export function isTechnicalWord(plain: string): boolean {
  return TECHNICAL.has(plain);
}
