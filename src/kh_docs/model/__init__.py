"""The plan, the units and a district's own data as checked, frozen values."""
