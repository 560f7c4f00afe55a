"""Take a filled workbook back into the units' data, every doubt named by its cell."""
