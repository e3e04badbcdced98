GRANT INSERT, SELECT, UPDATE ON passkey TO amana_auth;

GRANT DELETE, INSERT, SELECT, UPDATE ON passkey_challenge TO amana_auth;

GRANT INSERT, SELECT, UPDATE ON recovery_code TO amana_auth;

GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_challenge TO amana_auth;

GRANT INSERT, SELECT, UPDATE ON totp_factor TO amana_auth;
