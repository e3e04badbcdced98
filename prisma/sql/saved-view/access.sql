SELECT amana_bind_table('saved_view_fact', 'fact');
