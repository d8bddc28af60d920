"""How the command's process ends; with 2, by Typer itself, where it was called wrongly."""

#: All inputs made their records.
OK = 0
#: Nothing could be done: no input, no model, no place to write.
NOTHING_DONE = 1
#: The run went to its end, and some inputs failed, or a floor doesn't hold.
SOME_FAILED = 3
#: The run was stopped at the keyboard; called again it goes on where it was.
STOPPED = 130
