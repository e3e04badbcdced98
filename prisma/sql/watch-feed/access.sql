SELECT amana_bind_table('watch_entry', 'row');

SELECT amana_bind_table('watch_feed', 'row');
