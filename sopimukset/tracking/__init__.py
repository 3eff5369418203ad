"""Pure functions of the model, the register and a day: territories, terms, roles."""
