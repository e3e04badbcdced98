SELECT amana_bind_table('minor_call', 'fact');
