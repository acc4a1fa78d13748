"""Pages as programs read them: JSON-LD, Highwire and Dublin Core tags, Open Graph. All from what an edition printed."""
