"""Typed records of honour, with the words that prove them, read from Vietnamese police and trade-union news pages."""
