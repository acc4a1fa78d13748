"""Writing Word files (ECMA-376, WordprocessingML). `intake.sources.word` reads the same elements."""
