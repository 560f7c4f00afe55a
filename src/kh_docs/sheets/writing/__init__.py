"""Make workbooks: the form filled with what is known, and the province's overview."""
