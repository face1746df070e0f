"""The panes: each shows values it is given and reports what the person did, knowing neither library nor neighbours."""
