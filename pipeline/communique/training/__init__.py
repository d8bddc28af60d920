"""From annotations to a packaged model."""
