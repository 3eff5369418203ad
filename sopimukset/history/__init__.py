"""What changed between two states of a region, and how a region's past is read."""
