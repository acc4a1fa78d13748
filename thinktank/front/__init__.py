"""Between the web server and Django: requests are read whole, lanes of threads answer them, health checks come first.

docs/decisions/whole-requests.md says why. It knows no app.
"""
