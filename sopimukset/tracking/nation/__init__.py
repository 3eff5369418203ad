"""All regions side by side: what is known of each, and what a change of the map would touch."""
