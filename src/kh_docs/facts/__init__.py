"""What follows from the data for one unit and one day: dates, figures, names, what applies."""
