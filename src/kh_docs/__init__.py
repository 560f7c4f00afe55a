"""kh-docs: the Word documents a unit must write when the province issues a plan."""
