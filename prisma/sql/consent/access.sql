SELECT amana_bind_table('consent_collection', 'fact');

SELECT amana_bind_table('consent_file', 'fact');
