"""
What the field knows: organisations with their history, awards, ranks, offices and family names.

All of it stands in TOML files under ``data/``, which a domain expert can edit without reading code. They are read when first asked for.
"""
