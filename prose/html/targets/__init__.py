"""What a body leads to: pages of this desk, and things of other sites."""
