"""What each kind of document holds: facts and wording put into the context a layout template prints."""
