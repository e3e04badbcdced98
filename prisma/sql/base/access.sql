GRANT CREATE, USAGE ON SCHEMA amana_jobs TO amana_jobs;
GRANT USAGE ON SCHEMA portal TO amana_portal;
GRANT USAGE ON SCHEMA public TO amana_app;
GRANT USAGE ON SCHEMA public TO amana_auditor;
GRANT USAGE ON SCHEMA public TO amana_auth;
GRANT USAGE ON SCHEMA public TO amana_jobs;
GRANT USAGE ON SCHEMA public TO amana_portal;
GRANT USAGE ON SCHEMA public TO amana_public;
