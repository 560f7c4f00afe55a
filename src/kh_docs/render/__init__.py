"""Fill templates: the only package that sees jinja2 and docxtpl."""
