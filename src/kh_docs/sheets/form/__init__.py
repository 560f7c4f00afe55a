"""What the workbook asks: sheets, rows and cells, each with its place in the unit's data."""
