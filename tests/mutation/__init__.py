"""Mutation testing of the law: does some test notice when a rule is changed?

`python -m tests.mutation` (docs/mutation-testing.md); no part of the ordinary test run.
"""
