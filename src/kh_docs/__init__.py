"""kh-docs: the Word documents a district must write when the province issues a plan."""
