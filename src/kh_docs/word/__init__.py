"""A .docx as such; it knows no decree, no plan and no message: what goes wrong is a value (`refused`).

Reading: `package.open_package(bytes)` guards the zip (`archive`) and finds parts by relationship;
`reader.read_document(package)` gives a `document.Document`: sections, blocks, runs with their looks resolved.
`plain.plain_text(element, "accepted" | "rejected")` is the text of any piece, tracked changes counted.
`controls.controls_of(root)`: every content control with tag, alias, value and what was typed beside it.
`bookmarks.bookmarks_of(root)`, `comments.comments_of(package)`.

Writing: change the trees of `package.root(name)`, then `package.to_bytes()`: what did not change stays byte
for byte, the same input gives the same file. `identities.free_numbers_of(package)` gives numbers for
`revisions.Reviser` (tracked insertions and deletions of words, paragraphs, rows), `bookmarks.set_bookmark`;
`comments.Commenter(package, author, date).add(begin, end, text)` makes its parts itself.
`runs.spans_of(paragraph)` counts characters; `setters` sets one property where the schema wants it.
"""
