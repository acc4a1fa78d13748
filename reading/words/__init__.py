"""Words of ours on public pages, in the languages of the usual phrases: a table for each part of the site."""
