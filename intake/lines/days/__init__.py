"""Days as texts write them: names of months and weekdays, dates, and lines that are nothing but a date."""
