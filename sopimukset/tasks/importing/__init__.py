"""Importing: values of indicators and members out of a table that an office keeps."""
