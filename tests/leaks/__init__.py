"""Sweeps around acts: which words readers find anywhere on the site, before and after each act of the desk."""
