"""From a province's text to draft data: outline, dates, bases, figures; and an old plan against a new one."""
