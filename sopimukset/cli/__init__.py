"""The command line: one file a verb; options in, one call to tasks, one result out."""
