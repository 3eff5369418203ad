"""Mutation testing of the law: does some test notice when a rule is changed?

`python -m tests.mutation` (docs/mutaatiotestaus.md); no part of the ordinary test run.
"""
