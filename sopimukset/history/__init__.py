"""The past of regions: any revision as a model, who held what, which revision said so."""
