"""The end of the pipeline that reads the disk: YAML, unit tables, workspaces."""
