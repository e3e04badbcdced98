GRANT SELECT ON job_beat TO amana_app;
GRANT INSERT, SELECT, UPDATE ON job_beat TO amana_jobs;
