"""What comes back: filled forms read cell by cell, judged, added up; files are read and never changed."""
