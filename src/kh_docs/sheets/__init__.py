"""The workbook in which a clerk fills in her district's data: made for her, and taken back cell by cell."""
