GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_link TO amana_auth;
