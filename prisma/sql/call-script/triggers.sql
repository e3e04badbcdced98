SELECT evidence_admit('call_script_decision', 'id', '');
