"""Settings: defaults, a TOML file, the environment and flags, in that order; the only reader of the environment."""
