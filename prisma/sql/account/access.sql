GRANT INSERT, SELECT, UPDATE ON account_token TO amana_auth;

GRANT INSERT, SELECT, UPDATE ON person TO amana_auth;

GRANT DELETE, INSERT, SELECT, UPDATE ON rate_limit TO amana_auth;

GRANT INSERT, SELECT, UPDATE ON session TO amana_auth;

GRANT INSERT, SELECT, UPDATE ON setup_token TO amana_auth;
