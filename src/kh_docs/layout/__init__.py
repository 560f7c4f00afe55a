"""Build the Word templates of templates/layout; run as `python -m kh_docs.layout`."""
