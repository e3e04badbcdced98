SELECT amana_bind_table('notification_reading', 'row');
