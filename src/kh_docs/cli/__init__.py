"""The command line kh-docs: what people type, read and get as an exit code."""
