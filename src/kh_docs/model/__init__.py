"""The plan, the units and a unit's own data as checked, frozen values."""
