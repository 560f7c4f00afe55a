"""What an empty place looks like, and the names by which Word finds that look again."""

# The style of runs that hold nothing yet.
GAP = "ChoTrong"
# What an emptied control shows again: names in the glossary part of a layout.
DOTS = "KhDocsDots"
BLANK = "KhDocsBlank"
HINT = "KhDocsHint"
# Marks a control inside rendered wording; data can't hold them, clean() refuses private characters.
OPEN, CLOSE = "\ue000", "\ue001"
