"""The workbook in which a clerk fills in her unit's data: made for her, and taken back cell by cell."""
